"""The truth check of PDF tags: what a screen reader gets, whoever made the file.

Validators ask whether the tags are allowed; this check asks whether they are true.
It reads the finished file only, without Java.
"""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.pdf_reading.claims import claimed_flavours
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPE = "application/pdf"


def run(subject: Subject) -> Verdict:
    """The findings in every PDF of the subject."""
    # A file for print (PDF/X) is for a press, and says so: it is not read aloud.
    files = tuple(
        file for file in subject.files if file.media_type == _TYPE and claimed_flavours(file.data)
    )
    findings = tuple(finding for file in files for finding in check_file(file))
    return Verdict(
        "pdf-tags", "Lisible PDF tags", "", "ran", tuple(f.name for f in files), findings
    )


def check_file(file: CheckedFile) -> Iterator[Finding]:
    """The findings in one file; one that cannot be read is itself a finding."""
    # pikepdf is loaded when there is a PDF to check, not when plug-ins are listed.
    from render.checks.pdf_tags.document import Document
    from render.checks.pdf_tags.order import everything

    try:
        pdf = Document(file.data)
    except ValueError as error:
        yield Finding("PDF-100", Severity.ERROR, str(error), where=Place(file.name))
        return
    for fault in everything(pdf):
        where = Place(file.name, fault.node, detail=fault.place)
        yield Finding(fault.code, fault.severity, fault.message, where=where)


CHECK = Check(name="pdf-tags", media_types=(_TYPE,), run=run)
