"""The preflight of files for a press: PDF/X-4 (ISO 15930-7), which no free validator judges.

Only files that claim PDF/X-4 are looked at. Beyond the standard it asks that text is
in black ink alone, as four plates never meet exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPE = "application/pdf"


def run(subject: Subject) -> Verdict:
    """The findings in every file of the subject that says that it is PDF/X."""
    files = tuple(
        file
        for file in subject.files
        if file.media_type == _TYPE and b"GTS_PDFXVersion" in file.data
    )
    findings = tuple(finding for file in files for finding in check_file(file))
    names = tuple(file.name for file in files)
    return Verdict("pdf-x", "Lisible preflight", "", "ran", names, findings)


def check_file(file: CheckedFile) -> Iterator[Finding]:
    """The findings in one file, each with the pages it is on."""
    # pikepdf is loaded when there is a PDF to check, not when plug-ins are listed.
    from render.checks.pdf_x.order import everything

    try:
        faults = list(everything(file.data))
    except ValueError as error:
        yield Finding("PDFX-100", Severity.ERROR, str(error), where=Place(file.name))
        return
    pages: dict[tuple[str, Severity, str], list[int]] = {}
    for fault in faults:
        pages.setdefault((fault.code, fault.severity, fault.message), []).append(fault.page)
    for (code, severity, message), numbers in pages.items():
        on = ", ".join(map(str, sorted(set(numbers) - {0})))
        where = Place(file.name, detail=f"page {on}" if on else "")
        yield Finding(code, severity, message, where=where)


CHECK = Check(name="pdf-x", media_types=(_TYPE,), run=run)
