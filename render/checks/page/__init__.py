"""The page check: structure and style of HTML, ours or not, judged without a browser.

What only a browser can see (focus, reflow, computed colours) is not judged here.
"""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPE = "text/html"


def run(subject: Subject) -> Verdict:
    """The findings in every page of the subject."""
    files = tuple(file for file in subject.files if file.media_type == _TYPE)
    findings = tuple(finding for file in files for finding in check_file(file))
    return Verdict("page", "Lisible page", "", "ran", tuple(f.name for f in files), findings)


def check_file(file: CheckedFile) -> Iterator[Finding]:
    """The findings in one page; one that cannot be read is itself a finding."""
    # The parser is loaded when there is a page to check, not when plug-ins are listed.
    from render.checks.page.document import Page
    from render.checks.page.order import everything

    try:
        markup = file.data.decode()
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        yield Finding("PAGE-100", Severity.ERROR, message, where=Place(file.name))
        return
    for fault in everything(Page(markup)):
        where = Place(file.name, fault.node, detail=fault.evidence)
        yield Finding(fault.code, fault.severity, fault.message, where=where)


CHECK = Check(name="page", media_types=(_TYPE,), run=run)
