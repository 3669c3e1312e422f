"""The report as JUnit XML, for continuous integration: a suite for each check, a case a file."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from render.findings import Finding, Severity
from render.plugins import Verdict
from render.report.criteria import clause, remedy
from render.report.facts import Report
from render.text_gate import gate


def report_junit(report: Report) -> bytes:
    """The report as UTF-8 XML: errors are failures, other findings are output of their case."""
    suites = Element("testsuites", name=_clean(report.generator))
    for verdict in report.verdicts:
        _suite(suites, report, verdict)
    for name in ("tests", "failures", "skipped"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    indent(suites)
    xml: bytes = tostring(suites, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _suite(suites: Element, report: Report, verdict: Verdict) -> None:
    suite = SubElement(
        suites, "testsuite", name=_clean(f"{verdict.tool} {verdict.version}".strip())
    )
    seconds = report.seconds(verdict)
    if seconds is not None:
        suite.set("time", f"{seconds:.3f}")
    if report.checked_at:
        suite.set("timestamp", report.checked_at.removesuffix("Z"))
    failures = 0
    for file in verdict.files:
        case = SubElement(suite, "testcase", name=_clean(file), classname=verdict.check)
        if verdict.state == "absent":
            SubElement(case, "skipped", message=_clean(verdict.detail))
            continue
        found = [finding for finding in verdict.findings if finding.where.file in {file, ""}]
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        for finding in errors:
            failure = SubElement(case, "failure", type=finding.code)
            failure.set("message", _clean(finding.message))
            failure.text = _clean(_told(finding))
        failures += bool(errors)
        others = [_told(finding) for finding in found if finding not in errors]
        if others:
            SubElement(case, "system-out").text = _clean("\n".join(others))
    suite.set("tests", str(len(verdict.files)))
    suite.set("failures", str(failures))
    suite.set("skipped", str(len(verdict.files) if verdict.state == "absent" else 0))


def _told(finding: Finding) -> str:
    parts = [f"{finding.severity.label} {finding.code}: {finding.message}", str(finding.where)]
    parts += [clause(finding), remedy(finding)]
    return "\n".join(part for part in parts if part)


def _clean(text: str) -> str:
    """What XML may hold: messages of validators quote whatever is in a file."""
    return gate(text).text
