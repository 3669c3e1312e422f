"""Delivery: the editions, their report and the manifest, published as one folder."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath

import msgspec

from render.findings import Finding, Severity
from render.model.walk import plain_text
from render.pipeline.checking import finished
from render.pipeline.publish import MANIFEST, publish
from render.pipeline.source import printable
from render.pipeline.values import Build
from render.report import FileFacts, Report, file_facts, report_json, report_page


def report_on(made: Build, source: str) -> Report:
    """The report of a build; `source` is what the user called the input."""
    failed = tuple(
        Finding(
            "BUILD-001",
            Severity.ERROR,
            f"{failure.renderer} could not be made: {failure.error.message}",
            hint=failure.error.hint,
        )
        for failure in made.failures
    )
    return Report(
        generator=generator(),
        source=printable(PurePath(source).name),
        title=plain_text(made.article.meta.title),
        lang=made.article.meta.lang,
        files=file_facts(finished(made.artefacts)),
        verdicts=made.verdicts,
        findings=(*failed, *made.findings),
        decisions=made.reading.decisions,
        dropped=made.reading.dropped,
    )


def deliver(made: Build, source: str, target: Path, staging: Path | None = None) -> Report:
    """Publish everything under `target`, and give the report that was written there.

    Files are written beside the target first, or in the folder `staging` of the same disk.

    Nothing is published when no format could be made. Raises OutputError, and the
    failure's own error in that case.
    """
    if not made.artefacts:
        raise made.failures[0].error
    report = report_on(made, source)
    files = {artefact.file_name: artefact.data for artefact in made.artefacts}
    files["report.html"] = report_page(report)
    files["report.json"] = report_json(report)
    files[MANIFEST] = _manifest(report, files)
    publish(files, target, staging)
    return report


@cache
def generator() -> str:
    """The name and version of Lisible."""
    return f"lisible {version('lisible')}"


def _manifest(report: Report, files: dict[str, bytes]) -> bytes:
    """What tells a later run whether the folder is whole; written last, it lists the rest."""
    reports = _report_facts(files)
    content = {
        "format": "lisible-manifest-1",
        "generator": report.generator,
        "source": report.source,
        "title": report.title,
        "lang": report.lang,
        "files": [msgspec.to_builtins(fact) for fact in (*report.files, *reports)],
        "tools": {verdict.tool: verdict.version for verdict in report.verdicts if verdict.version},
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _report_facts(files: dict[str, bytes]) -> tuple[FileFacts, ...]:
    from render.plugins import CheckedFile

    types = {"report.html": "text/html", "report.json": "application/json"}
    return file_facts(CheckedFile(name, kind, files[name]) for name, kind in types.items())
