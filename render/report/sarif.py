"""The report as SARIF 2.1.0, for code hosts and editors: one run for each tool."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from render.explanations import explain
from render.findings import Finding, Severity
from render.plugins import Verdict
from render.report.criteria import clause, criteria, remedy
from render.report.facts import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def report_sarif(report: Report) -> bytes:
    """The report as indented UTF-8 JSON; what is ignored is a suppressed result with its reason."""
    runs = [_run(report, verdict) for verdict in report.verdicts]
    if report.findings:
        runs.append(_tool_run(report.generator, "", report.findings, report))
    content = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": runs,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _run(report: Report, verdict: Verdict) -> dict[str, Any]:
    run = _tool_run(verdict.tool, verdict.version, verdict.findings, report, verdict.check)
    if verdict.state == "absent":
        said = {"level": "warning", "message": {"text": verdict.detail or "not installed"}}
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": [said]}]
    else:
        invocation: dict[str, Any] = {"executionSuccessful": True}
        if (seconds := report.seconds(verdict)) is not None:
            invocation["properties"] = {"seconds": round(seconds, 3)}
        run["invocations"] = [invocation]
    run["artifacts"] = [{"location": {"uri": _uri(name)}} for name in verdict.files]
    return run


def _tool_run(
    name: str, version: str, findings: tuple[Finding, ...], report: Report, check: str = ""
) -> dict[str, Any]:
    hidden = [ignored for ignored in report.ignored if check and _by(ignored.finding, name, check)]
    everything = [*findings, *(ignored.finding for ignored in hidden)]
    codes = dict.fromkeys(finding.code for finding in everything)
    results = [_result(finding) for finding in findings]
    for ignored in hidden:
        suppression = {"kind": "external", "justification": ignored.reason}
        results.append(_result(ignored.finding) | {"suppressions": [suppression]})
    driver: dict[str, Any] = {"name": name, "rules": [_rule(code, everything) for code in codes]}
    if version:
        driver["version"] = version
    return {"tool": {"driver": driver}, "results": results}


def _by(finding: Finding, tool: str, check: str) -> bool:
    """Whether the tool found it; our own checks sign with their prefix only."""
    if finding.tool:
        return finding.tool.startswith(tool)
    owners = {
        "agreement": ("HEADINGS", "LANG", "PAGES"),
        "conservation": ("WORDS",),
        "pdf-tags": ("PDF",),
    }
    return finding.code.partition("-")[0] in owners.get(check, (check.upper(),))


def _rule(code: str, findings: list[Finding]) -> dict[str, Any]:
    finding = next(each for each in findings if each.code == code)
    explanation = explain(code)
    summary = explanation.summary if explanation else finding.message
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": summary}}
    if explanation:
        rule["fullDescription"] = {"text": explanation.explanation}
    if help_text := remedy(finding):
        rule["help"] = {"text": help_text}
    if numbers := criteria(finding):
        rule["properties"] = {"tags": ["accessibility", *(f"WCAG {n}" for n in numbers)]}
    return rule


def _result(finding: Finding) -> dict[str, Any]:
    where = finding.where
    location: dict[str, Any] = {}
    if where.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(where.file)}}
        if where.line is not None:
            location["physicalLocation"]["region"] = {"startLine": where.line}
    logical = [
        {"name": name, "kind": kind}
        for name, kind in ((where.node, "element"), (where.detail, "evidence"))
        if name
    ]
    if logical:
        location["logicalLocations"] = logical
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
    }
    if location:
        result["locations"] = [location]
    if named := clause(finding):
        result["properties"] = {"clause": named}
    return result


def _uri(name: str) -> str:
    return quote(name.replace("\\", "/"))
