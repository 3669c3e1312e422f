"""Ace by DAISY: the accessibility of EPUB publications, in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from render.errors import EngineError
from render.findings import Finding, Place, Severity
from render.plugins import Check, CheckedFile, Subject, Verdict
from render.validators import (
    Absent,
    absent,
    find_program,
    find_tool,
    ran,
    run_program,
    staged,
    targets,
)

_TYPES = ("application/epub+zip",)
_SEVERITIES = {
    "critical": Severity.ERROR,
    "serious": Severity.ERROR,
    "moderate": Severity.ERROR,
    "minor": Severity.WARNING,
}


def _run(subject: Subject) -> Verdict:
    files = targets(subject, _TYPES)
    try:
        node = find_program("node")
        script = find_tool("node_modules", "@daisy", "ace-cli", "bin", "ace.js")
        browser = find_program("chromium", "chromium-browser", "google-chrome")
    except Absent as reason:
        return absent("ace", "Ace by DAISY", files, str(reason))
    findings: list[Finding] = []
    version = ""
    with staged(files) as paths:
        for file, path in zip(files, paths, strict=True):
            report = _report([node, str(script)], browser, path)
            version = report["earl:assertedBy"]["doap:release"]["doap:revision"]
            findings += _findings(file, report, version)
    return ran("ace", ("Ace by DAISY", version), files, findings)


def _report(ace: list[str], browser: str, path: Path) -> dict[str, Any]:
    output = path.with_suffix(".ace")
    # Without the variable Ace gives its browser 5 s to start, too little on a loaded machine.
    environment = {"PUPPETEER_EXECUTABLE_PATH": browser, "ACE_TIMEOUT_INITIAL": "60000"}
    done = run_program([*ace, "-f", "-o", str(output), str(path)], environment=environment)
    try:
        report: dict[str, Any] = json.loads((output / "report.json").read_bytes())
    except (OSError, ValueError) as error:
        said = (done.stdout + done.stderr).decode(errors="replace").strip().splitlines()
        raise EngineError(f"Ace wrote no report: {said[-1] if said else 'no message'}") from error
    return report


def _findings(file: CheckedFile, report: dict[str, Any], version: str) -> Iterator[Finding]:
    for document in report.get("assertions", []):
        name = document["earl:testSubject"]["url"]
        for assertion in document["assertions"]:
            test, outcome = assertion["earl:test"], assertion["earl:result"]
            yield Finding(
                f"ACE-{test['dct:title'].upper()}",
                _SEVERITIES.get(test.get("earl:impact", ""), Severity.ERROR),
                " ".join(outcome["dct:description"].split()),
                hint=test.get("help", {}).get("url", ""),
                where=Place(file.name, detail=" ".join(filter(None, (name, _css(outcome))))),
                tool=f"Ace by DAISY {version}",
            )


def _css(outcome: dict[str, Any]) -> str:
    pointer = outcome.get("earl:pointer", {}).get("css", [])
    return str(pointer[0]) if pointer else ""


CHECK = Check("ace", _TYPES, _run, external=True)
