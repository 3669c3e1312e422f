"""The report as JSON, for programs."""

from typing import Any

import msgspec

from render.findings import Finding
from render.plugins import Verdict
from render.report.criteria import clause, criteria, remedy
from render.report.facts import Report

FORMAT = "lisible-report-1"


def report_json(report: Report) -> bytes:
    """The report as indented UTF-8 JSON that ends with a line feed; `format` names its shape."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "generator": report.generator,
        "source": report.source,
        **({"checked_at": report.checked_at} if report.checked_at else {}),
        "title": report.title,
        "lang": report.lang,
        "files": [msgspec.to_builtins(file) for file in report.files],
        "checks": [_verdict(report, verdict) for verdict in report.verdicts],
        "findings": [_finding(finding) for finding in report.everything],
        "decisions": [msgspec.to_builtins(decision) for decision in report.decisions],
        "dropped": [msgspec.to_builtins(dropped) for dropped in report.dropped],
        "ignored": [
            _finding(ignored.finding) | {"reason": ignored.reason} for ignored in report.ignored
        ],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _verdict(report: Report, verdict: Verdict) -> dict[str, Any]:
    seconds = report.seconds(verdict)
    return {
        "check": verdict.check,
        "tool": verdict.tool,
        "version": verdict.version,
        "state": verdict.state,
        "files": list(verdict.files),
        "findings": len(verdict.findings),
        "detail": verdict.detail,
    } | ({} if seconds is None else {"seconds": round(seconds, 3)})


def _finding(finding: Finding) -> dict[str, Any]:
    content: dict[str, Any] = msgspec.to_builtins(finding)
    named = {"clause": clause(finding), "wcag": list(criteria(finding)), "fix": remedy(finding)}
    return content | {"severity": finding.severity.label} | named
