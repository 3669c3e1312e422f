"""Metadata that every format can carry: dates that exist, a title, authors with names."""

import re

from msgspec.structs import replace

from render.dates import iso_date
from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.model import Article, Author, Inline, Time
from render.model.walk import AnyNode, Inlines, plain_text, rewrite

# What HTML allows on `time` (4.5.14), near enough: dates, times, weeks, durations.
_MACHINE_TIME = re.compile(
    r"P[\dYMWDTHS.]+|\d{4,}(-W\d\d)?|\d\d-\d\d|\d\d:\d\d(:\d\d(\.\d{1,3})?)?"
)


def check_metadata(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with what is wrong in its metadata left out, each time with a finding.

    Raises InputError when the title says nothing: no format can do without one.
    """
    findings: list[Finding] = []
    if not plain_text(article.meta.title).strip():
        raise InputError("the article has no title", hint="pass --title, or add one to the source")
    meta = replace(
        article.meta,
        published=_date("published", article.meta.published, findings),
        modified=_date("modified", article.meta.modified, findings),
        authors=_authors(article.meta.authors, findings),
    )
    times = _Times(findings)
    new = rewrite(replace(article, meta=meta), enter=times.enter, inlines=times.inlines)
    return new, tuple(findings)


def _date(field: str, value: str | None, findings: list[Finding]) -> str | None:
    if value is None:
        return None
    date = iso_date(value)
    if date is None:
        findings.append(
            Finding(
                "PREP-007",
                Severity.WARNING,
                f"'{value[:40]}' is no date, so '{field}' was left out",
                hint="write dates as 2026-03-31",
                where=Place(detail=field),
            )
        )
    return date


def _authors(authors: tuple[Author, ...], findings: list[Finding]) -> tuple[Author, ...]:
    named = tuple(author for author in authors if author.name.strip())
    if len(named) < len(authors):
        findings.append(
            Finding("PREP-008", Severity.WARNING, "an author without a name was left out")
        )
    return named


class _Times:
    """Drops the machine form of dates in the text where it is none, and keeps the words."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._here = ""

    def enter(self, node: AnyNode) -> AnyNode:
        self._here = node.id or self._here
        return node

    def inlines(self, run: Inlines) -> Inlines:
        kept: list[Inline] = []
        for inline in run:
            if isinstance(inline, Time) and not self._is_valid(inline.datetime):
                kept.extend(inline.children)
            else:
                kept.append(inline)
        return run if len(kept) == len(run) and all(map(_is, kept, run)) else tuple(kept)

    def _is_valid(self, value: str) -> bool:
        if _MACHINE_TIME.fullmatch(value) or iso_date(value) is not None:
            return True
        self._findings.append(
            Finding(
                "PREP-007",
                Severity.WARNING,
                f"'{value[:40]}' is no date or time, so only its words were kept",
                hint="write dates as 2026-03-31",
                where=Place(node=self._here),
            )
        )
        return False


def _is(one: object, other: object) -> bool:
    return one is other
