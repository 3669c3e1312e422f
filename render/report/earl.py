"""The report as EARL in JSON-LD, W3C's vocabulary for results of accessibility tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from render.findings import Finding, Severity
from render.plugins import Verdict
from render.report.criteria import criteria
from render.report.facts import Report

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "prov": "http://www.w3.org/ns/prov#",
    "WCAG22": "https://www.w3.org/TR/WCAG22/#",
}
_OUTCOMES = {
    Severity.ERROR: "earl:failed",
    Severity.WARNING: "earl:cantTell",
    Severity.NOTE: "earl:passed",
}


def report_earl(report: Report) -> bytes:
    """The report as indented UTF-8 JSON-LD.

    Each finding is an assertion: an error `failed`, a warning `cantTell`. A file that a
    check finds nothing in passed that check; a check that did not run is `untested`.
    EARL has no word for how long a test took: that is the extent of an activity of PROV.
    """
    graph = [each for verdict in report.verdicts for each in _assertions(verdict)]
    if report.checked_at:
        graph = [each | {"dct:date": report.checked_at} for each in graph]
    graph += [each for verdict in report.verdicts for each in _activity(report, verdict)]
    content = {"@context": _CONTEXT, "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _assertions(verdict: Verdict) -> list[dict[str, Any]]:
    found = [_found(verdict, finding) for finding in verdict.findings]
    named = {finding.where.file for finding in verdict.findings}
    outcome = "earl:untested" if verdict.state == "absent" else "earl:passed"
    rest = [
        _assertion(verdict, file, {"@type": "earl:TestCriterion", "dct:title": verdict.check})
        | {"earl:result": {"@type": "earl:TestResult", "earl:outcome": outcome}}
        for file in verdict.files
        if file not in named
    ]
    return found + rest


def _activity(report: Report, verdict: Verdict) -> Iterator[dict[str, Any]]:
    seconds = report.seconds(verdict)
    if seconds is not None:
        yield {
            "@type": "prov:Activity",
            "dct:title": verdict.check,
            "dct:extent": f"PT{seconds:.3f}S",
            "prov:wasAssociatedWith": _tool(verdict),
        }


def _found(verdict: Verdict, finding: Finding) -> dict[str, Any]:
    test: dict[str, Any] = {"@type": "earl:TestCase", "dct:title": finding.code}
    if numbers := criteria(finding):
        test["dct:isPartOf"] = [{"@id": f"WCAG22:{number}"} for number in numbers]
    result: dict[str, Any] = {
        "@type": "earl:TestResult",
        "earl:outcome": _OUTCOMES[finding.severity],
        "dct:description": finding.message,
    }
    if place := " ".join(filter(None, (finding.where.node, finding.where.detail))):
        result["earl:pointer"] = place
    return _assertion(verdict, finding.where.file, test) | {"earl:result": result}


def _assertion(verdict: Verdict, file: str, test: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": _tool(verdict),
        "earl:mode": "earl:automatic",
        "earl:subject": {"@type": "earl:TestSubject", "dct:source": file},
        "earl:test": test,
    }


def _tool(verdict: Verdict) -> dict[str, Any]:
    tool: dict[str, Any] = {"@type": "earl:Software", "doap:name": verdict.tool}
    if verdict.version:
        tool["doap:release"] = {"doap:revision": verdict.version}
    return tool
