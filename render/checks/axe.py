"""axe-core in Chromium: the page in light, dark, more contrast, forced colours and print."""

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

_TYPES = ("text/html",)


def _run(subject: Subject) -> Verdict:
    files = targets(subject, _TYPES)
    try:
        node = find_program("node")
        modules = find_tool("node_modules")
        find_tool("node_modules", "axe-core", "axe.min.js")
        browser = find_program("chromium", "chromium-browser", "google-chrome")
    except Absent as reason:
        return absent("axe", "axe-core", files, str(reason))
    script = str(Path(__file__).with_suffix(".js"))
    with staged(files) as paths:
        done = run_program([node, script, str(modules), browser, *map(str, paths)])
    try:
        results: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError as error:
        said = done.stderr.decode(errors="replace").strip()
        raise EngineError(f"axe gave no result: {said[-200:] or 'no message'}") from error
    findings = [
        finding
        for file, result in zip(files, results, strict=True)
        for finding in _findings(file, result)
    ]
    return ran("axe", ("axe-core", results[0]["version"]), files, findings)


def _findings(file: CheckedFile, result: dict[str, Any]) -> Iterator[Finding]:
    tool = f"axe-core {result['version']}"
    if not result["passes"]:
        yield Finding(
            "AXE-NOTHING",
            Severity.ERROR,
            "no rule applied to the page",
            where=Place(file.name),
            tool=tool,
        )
    for violation in result["violations"]:
        yield Finding(
            f"AXE-{violation['id'].upper()}",
            Severity.WARNING if violation["impact"] == "minor" else Severity.ERROR,
            f"{violation['help']} ({violation['scheme']})",
            hint=violation["url"],
            where=Place(file.name, detail=violation["target"]),
            tool=tool,
        )


CHECK = Check("axe", _TYPES, _run, external=True)
