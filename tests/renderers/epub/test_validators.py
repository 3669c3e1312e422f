"""The field's own judges on finished editions."""

import json
import os
import subprocess
from pathlib import Path

import pytest

VALIDATORS = Path(os.environ["LISIBLE_VALIDATORS"])
# Usage messages that are faults all the same: overlay order, formula without words.
FAULTS = {"MED-015", "ACC-009"}
EDITIONS = ("plain", "rich", "hebrew", "spoken", "spoken_plain")


@pytest.mark.validators("epubcheck")
def test_epubcheck_finds_nothing(tmp_path, request):
    paths = [tmp_path / f"{name}.epub" for name in EDITIONS]
    for path in paths:
        path.write_bytes(request.getfixturevalue(path.stem).artefact.data)
    pairs = [str(part) for path in paths for part in (path, path.with_suffix(".json"))]

    subprocess.run(
        [
            "java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            f"{VALIDATORS}/epubcheck/*",
            "EpubcheckMany",
            *pairs,
        ],
        check=False,
        capture_output=True,
    )

    for path in paths:
        report = json.loads(path.with_suffix(".json").read_text())
        faults = [
            (message["ID"], message["message"])
            for message in report["messages"]
            if message["severity"] in {"FATAL", "ERROR", "WARNING"} or message["ID"] in FAULTS
        ]
        assert faults == [], path.name


@pytest.mark.validators("ace")
@pytest.mark.parametrize("name", ["spoken", "hebrew"])
def test_ace_finds_nothing(name, tmp_path, request, chromium):
    path = tmp_path / "sample.epub"
    path.write_bytes(request.getfixturevalue(name).artefact.data)

    subprocess.run(
        [VALIDATORS / "node_modules/.bin/ace-cli", "-f", "-o", tmp_path / "report", path],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium},
        check=True,
        capture_output=True,
    )

    report = json.loads((tmp_path / "report" / "report.json").read_text())
    assert report["earl:result"] == {"earl:outcome": "pass"}
