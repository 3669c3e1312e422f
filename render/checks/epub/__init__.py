"""The truth check of EPUB files: what they hold against what they say, whoever made them.

EPUBCheck sees 3 of 35 planted defects and Ace 12; this check is for the others too. It
reads the finished file only, in milliseconds, without Java, Node or a browser.
"""

from __future__ import annotations

from collections.abc import Iterator

from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import opened_epub
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPE = "application/epub+zip"


def run(subject: Subject) -> Verdict:
    """The findings in every EPUB of the subject."""
    files = tuple(file for file in subject.files if file.media_type == _TYPE)
    findings = tuple(finding for file in files for finding in check_file(file))
    return Verdict("epub", "Lisible EPUB", "", "ran", tuple(f.name for f in files), findings)


def check_file(file: CheckedFile) -> Iterator[Finding]:
    """The findings in one file; one that cannot be read is itself a finding."""
    # lxml is loaded when there is an EPUB to check, not when plug-ins are listed.
    from render.checks.epub.order import everything

    try:
        epub = opened_epub(file)
    except InputError as error:
        where = Place(file.name)
        yield Finding("EPUB-100", Severity.ERROR, error.message, error.hint, where)
        return
    for fault in everything(epub):
        where = Place(file.name, fault.node, detail=fault.path)
        yield Finding(fault.code, fault.severity, fault.message, fault.hint, where)


CHECK = Check(name="epub", media_types=(_TYPE,), run=run)
