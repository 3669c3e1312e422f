"""The report as an accessible page of one file, for people."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

from render.findings import Severity
from render.plugins import Verdict
from render.report.criteria import clause, remedy
from render.report.facts import Report
from render.text_gate import gate

if TYPE_CHECKING:
    from jinja2 import Template


def report_page(report: Report) -> bytes:
    """The report as UTF-8 HTML: one file, no script, nothing fetched."""
    page = _template().render(
        report=report,
        style=files("render.report").joinpath("report.css").read_text("utf-8"),
        summary=summary(report),
        result=result,
        duration=duration,
        size=size,
        where=lambda dropped: _lines(dropped.line_begin, dropped.line_end),
        clause=clause,
        remedy=remedy,
    )
    # Messages quote whatever is in a file.
    return gate(page).text.encode()


def summary(report: Report) -> str:
    """The outcome in one sentence."""
    counts = [
        _counted(number, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (number := report.count(severity))
    ]
    ran = sum(verdict.state == "ran" for verdict in report.verdicts)
    found = " and ".join(counts) if len(counts) < 3 else f"{counts[0]}, {counts[1]} and {counts[2]}"
    checks, made = _counted(ran, "check"), _counted(len(report.files), "file")
    return f"{checks} ran on {made} and found {found or 'nothing wrong'}."


def result(verdict: Verdict) -> str:
    """What a check said, in a few words."""
    if verdict.state == "absent":
        return f"not run: {verdict.detail}" if verdict.detail else "not run"
    errors = sum(finding.severity is Severity.ERROR for finding in verdict.findings)
    if errors:
        return f"failed with {_counted(errors, 'error')}"
    others = len(verdict.findings)
    return f"passed with {_counted(others, 'remark')}" if others else "passed"


def duration(seconds: float | None) -> str:
    """A time as people write it, or nothing."""
    if seconds is None:
        return ""
    return f"{seconds:.1f} s" if seconds >= 0.1 else f"{seconds * 1000:.0f} ms"


def size(count: int) -> str:
    """A number of bytes as people write it."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines(begin: int | None, end: int | None) -> str:
    if begin is None:
        return ""
    return f"line {begin}" if end in (None, begin) else f"lines {begin} to {end}"


# Compiling it takes 40 ms, a tenth of an article in a batch.
@functools.cache
def _template() -> Template:
    # Jinja2 takes 40 ms to import, which `--help` does not have.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("render.report")
    return environment.from_string(folder.joinpath("report.html.j2").read_text("utf-8"))
