"""veraPDF: PDF/UA and PDF/A by the industry's reference validator, one JVM for each flavour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from render.errors import EngineError
from render.findings import Finding, Place, Severity
from render.inspection import flavours
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

_TYPES = ("application/pdf",)


def _run(subject: Subject) -> Verdict:
    files = targets(subject, _TYPES)
    try:
        java, jars = find_program("java"), find_tool("verapdf")
    except Absent as reason:
        return absent("verapdf", "veraPDF", files, str(reason))
    version = next(jars.glob("cli-*.jar")).stem.removeprefix("cli-")
    findings: list[Finding] = []
    with staged(files) as paths:
        for flavour, numbers in _by_flavour(files).items():
            jobs = _jobs(java, jars, flavour, [paths[number] for number in numbers])
            for number, job in zip(numbers, jobs, strict=True):
                findings += _findings(files[number], flavour, job, version)
    return ran("verapdf", ("veraPDF", version), files, findings)


def _by_flavour(files: tuple[CheckedFile, ...]) -> dict[str, list[int]]:
    """Which files to try under which flavour: what each claims, and PDF/UA-1 in any case."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, file in enumerate(files):
        for flavour in flavours(file):
            groups[flavour].append(number)
    return groups


def _jobs(java: str, jars: Path, flavour: str, paths: list[Path]) -> list[Element]:
    command = [java, "-XX:+UseSerialGC", "-cp", str(jars / "*")]
    command += ["org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "xml"]
    done = run_program([*command, *map(str, paths)])
    # A log line or two may stand before the XML.
    report = done.stdout[max(done.stdout.find(b"<?xml"), 0) :]
    try:
        jobs = fromstring(report).findall("./jobs/job")  # noqa: S314 (veraPDF's own output)
    except ParseError as error:
        raise EngineError(
            f"veraPDF wrote no report: {done.stderr.decode(errors='replace')[-200:]}"
        ) from error
    if len(jobs) != len(paths):
        raise EngineError(f"veraPDF judged {len(jobs)} of {len(paths)} files")
    return jobs


def _findings(file: CheckedFile, flavour: str, job: Element, version: str) -> Iterator[Finding]:
    report = job.find("validationReport")
    if report is None:
        text = job.findtext("./taskException/exceptionMessage") or "no reason given"
        yield _finding(
            file, flavour, "UNREADABLE", f"the file could not be judged: {text}", version
        )
        return
    for rule in report.iterfind("./details/rule[@status='failed']"):
        clause = f"{rule.get('clause')}-{rule.get('testNumber')}"
        text = f"{rule.findtext('description')} (failed {rule.get('failedChecks')} times)"
        yield _finding(file, flavour, clause, text, version)
    if report.get("isCompliant") not in ("true", "false"):
        yield _finding(file, flavour, "UNJUDGED", "the report has no verdict", version)


def _finding(file: CheckedFile, flavour: str, clause: str, text: str, version: str) -> Finding:
    code = f"VERAPDF-{flavour.upper()}-{clause}"
    return Finding(code, Severity.ERROR, text, where=Place(file.name), tool=f"veraPDF {version}")


CHECK = Check("verapdf", _TYPES, _run, external=True)
