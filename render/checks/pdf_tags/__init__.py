"""The truth check of PDF tags: what a screen reader gets, whoever made the file.

Validators ask whether the tags are allowed; this check asks whether they are true.
It reads the finished file only, without Java.
"""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.inspection import flavours
from render.model import Article, Described, Image, Verse
from render.model.walk import containers, plain_text, walk
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPE = "application/pdf"


def run(subject: Subject) -> Verdict:
    """The findings in every PDF of the subject."""
    # A file for a press (PDF/X) is read aloud only if it says that it may be.
    files = tuple(file for file in subject.files if file.media_type == _TYPE and flavours(file))
    written = _written(subject.article)
    findings = tuple(finding for file in files for finding in check_file(file, written))
    return Verdict(
        "pdf-tags", "Lisible PDF tags", "", "ran", tuple(f.name for f in files), findings
    )


def check_file(file: CheckedFile, written: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """The findings in one file; one that cannot be read is itself a finding.

    `written` is the text of each block of its article: what an author wrote is no fault.
    """
    # pikepdf is loaded when there is a PDF to check, not when plug-ins are listed.
    from render.checks.pdf_tags.document import Document
    from render.checks.pdf_tags.order import everything

    try:
        pdf = Document(file, written)
    except ValueError as error:
        yield Finding("PDF-100", Severity.ERROR, str(error), where=Place(file.name))
        return
    for fault in everything(pdf):
        where = Place(file.name, fault.node, detail=fault.place)
        yield Finding(fault.code, fault.severity, fault.message, where=where)


def _written(article: Article | None) -> frozenset[str]:
    """The text of each block of the article, its white space and soft hyphens as tags have them."""
    if article is None:
        return frozenset()
    blocks = (run for node in walk(article) for _, run in containers(node))
    runs = (article.meta.title, article.meta.deck, *blocks)
    pictures = (node.alt for node in walk(article) if isinstance(node, Image))
    texts = [plain_text(run) for run in runs]
    texts += [
        " ".join(plain_text(line.children) for line in node.lines)
        for node in walk(article)
        if isinstance(node, Verse)
    ]
    texts += [alt.text for alt in pictures if isinstance(alt, Described)]
    return frozenset(" ".join(text.replace("\u00ad", "").split()) for text in texts)


CHECK = Check(name="pdf-tags", media_types=(_TYPE,), run=run)
