"""PDF/UA-1 by page-validation: in process, without Java, on every build."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from render.errors import EngineError, MissingEngineError
from render.findings import Finding, Place, Severity
from render.inspection import flavours
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPES = ("application/pdf",)


def _run(subject: Subject) -> Verdict:
    # 49 MB of compiled rules, loaded only when there is a PDF.
    try:
        import page
    except ModuleNotFoundError as error:
        raise MissingEngineError(
            "page-validation is not installed", hint="pip install 'lisible[pdf]'"
        ) from error
    release = _release()
    # It knows PDF/UA-1 only; PDF/UA-2 is for veraPDF, and a file for a press may claim neither.
    files = tuple(
        file for file in subject.files if file.media_type in _TYPES and "ua1" in flavours(file)
    )
    findings: list[Finding] = []
    for file in files:
        try:
            report = page.validate_pdf_bytes(file.data, profile="ua1")
        except page.PageError as error:
            raise EngineError(f"page-validation cannot read {file.name}: {error}") from error
        findings += _findings(file, report, f"page-validation {release}")
    names = tuple(file.name for file in files)
    return Verdict("pdf-ua", "page-validation", release, "ran", names, tuple(findings))


# To read what is installed takes 0.2 to 0.9 ms.
@cache
def _release() -> str:
    return version("page-validation")


def _findings(file: CheckedFile, report: Any, tool: str) -> Iterator[Finding]:  # noqa: ANN401
    seen: set[str] = set()
    for failure in report.failures:
        if failure.rule_id not in seen:
            seen.add(failure.rule_id)
            yield Finding(
                f"PDFUA-{failure.rule_id}",
                Severity.ERROR,
                str(failure.message),
                where=Place(file.name),
                tool=tool,
            )


CHECK = Check("pdf-ua", _TYPES, _run)
