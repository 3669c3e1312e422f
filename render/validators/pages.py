"""Engines that judge pages in a browser: one script each, one way to call them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from render.errors import EngineError
from render.findings import Finding, Place, Severity
from render.plugins import CheckedFile, Subject, Verdict
from render.validators.programs import Absent, find_program, find_tool, run_program, staged
from render.validators.verdicts import absent, ran, targets

PAGES = ("text/html",)


@dataclass(frozen=True, slots=True)
class PageEngine:
    """An engine: `check` is its name among checks, `prefix` that of its codes.

    `package` is the npm package that must be installed, `script` runs it.
    """

    check: str
    tool: str
    prefix: str
    package: tuple[str, ...]
    script: Path


def judge_pages(engine: PageEngine, subject: Subject) -> Verdict:
    """The verdict of an engine on the pages of a subject, in five colour schemes.

    A page on which no rule passed is an error: an engine that does not work passes
    everything. Raises EngineError when it gives no result.
    """
    files = targets(subject, PAGES)
    try:
        node = find_program("node")
        find_tool("node_modules", *engine.package)
        modules = find_tool("node_modules")
        browser = find_program("chromium", "chromium-browser", "google-chrome")
    except Absent as reason:
        return absent(engine.check, engine.tool, files, str(reason))
    with staged(files) as paths:
        command = [node, str(engine.script), str(modules), browser, *map(str, paths)]
        done = run_program(command)
    try:
        results: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError as error:
        said = done.stderr.decode(errors="replace").strip()
        message = f"{engine.tool} gave no result: {said[-200:] or 'no message'}"
        raise EngineError(message) from error
    findings = [
        finding
        for file, result in zip(files, results, strict=True)
        for finding in _findings(engine, file, result)
    ]
    return ran(engine.check, (engine.tool, results[0]["version"]), files, findings)


def _findings(engine: PageEngine, file: CheckedFile, result: dict[str, Any]) -> Iterator[Finding]:
    tool = f"{engine.tool} {result['version']}"
    if not result["passes"]:
        message = "no rule applied to the page, so the engine does not work"
        code = f"{engine.prefix}-NOTHING"
        yield Finding(code, Severity.ERROR, message, where=Place(file.name), tool=tool)
    for fault in result["faults"]:
        yield Finding(
            f"{engine.prefix}-{fault['id'].upper()}",
            Severity.WARNING if fault["minor"] else Severity.ERROR,
            f"{fault['message']} ({fault['scheme']})",
            hint=fault["hint"],
            where=Place(file.name, detail=fault["target"]),
            tool=tool,
        )
