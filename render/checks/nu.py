"""The Nu Html Checker: the conformance of HTML to its standard."""

from __future__ import annotations

import json
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
        java, jar = (
            find_program("java"),
            find_tool("node_modules", "vnu-jar", "build", "dist", "vnu.jar"),
        )
        package = find_tool("node_modules", "vnu-jar", "package.json")
    except Absent as reason:
        return absent("nu", "Nu Html Checker", files, str(reason))
    version = json.loads(package.read_bytes())["version"]
    with staged(files) as paths:
        by_address = {path.as_uri(): file for path, file in zip(paths, files, strict=True)}
        findings = [
            _finding(by_address, message, version) for message in _messages(java, jar, paths)
        ]
    return ran("nu", ("Nu Html Checker", version), files, findings)


def _messages(java: str, jar: Path, paths: tuple[Path, ...]) -> list[dict[str, Any]]:
    done = run_program([java, "-jar", str(jar), "--format", "json", *map(str, paths)])
    try:
        # The report goes to standard error.
        messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise EngineError("the Nu Html Checker wrote no report") from error
    return [message for message in messages if _severity(message) is not None]


def _severity(message: dict[str, Any]) -> Severity | None:
    if message["type"] in ("error", "non-document-error"):
        return Severity.ERROR
    return Severity.WARNING if message.get("subType") == "warning" else None


def _finding(files: dict[str, CheckedFile], message: dict[str, Any], version: str) -> Finding:
    address = (
        message.get("url", "").replace("file:/", "file:///", 1).replace("file://///", "file:///")
    )
    file = files.get(address)
    return Finding(
        "NU-ERROR" if message["type"] != "info" else "NU-WARNING",
        _severity(message) or Severity.NOTE,
        message["message"],
        where=Place(file.name if file else address, line=message.get("lastLine")),
        tool=f"Nu Html Checker {version}",
    )


CHECK = Check("nu", _TYPES, _run, external=True)
