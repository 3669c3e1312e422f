"""The formats agree: the same headings at the same levels, and the same language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import Heading, Reading, by_article, read_back, words
from render.markup import OutlineEntry, outline
from render.model import Article
from render.model.walk import plain_text
from render.plugins import Check, CheckedFile, Subject, Verdict

_Key = tuple[int, tuple[str, ...]]

_TYPES = ("text/html", "application/pdf", "application/epub+zip")


def _run(subject: Subject) -> Verdict:
    files = tuple(file for file in subject.files if file.media_type in _TYPES)
    findings: list[Finding] = []
    for group in by_article(files):
        readings = [(file, reading) for file in group if (reading := _read(file)) is not None]
        # Of an article of ours we know that it has one title; a book may have many, or none.
        severity = Severity.ERROR if subject.article else Severity.WARNING
        findings += [finding for pair in readings for finding in _levels(*pair, severity)]
        if readings:
            findings += _headings(readings, subject.article)
            lang = subject.article.meta.lang if subject.article else readings[0][1].lang
            findings += _languages(readings, lang)
    names = tuple(file.name for file in files)
    return Verdict("agreement", "Lisible agreement", "", "ran", names, tuple(findings))


def _read(file: CheckedFile) -> Reading | None:
    try:
        return read_back(file)
    except (InputError, ValueError):
        return None  # the conservation check tells it


def _levels(file: CheckedFile, reading: Reading, severity: Severity) -> Iterator[Finding]:
    """One first-level heading, and no level skipped on the way down."""
    levels = [heading.level for heading in reading.headings]
    if levels.count(1) != 1:
        message = f"{levels.count(1)} headings of level 1, where there should be one"
        yield Finding("HEADINGS-001", severity, message, where=Place(file.name))
    for before, heading in zip(levels, reading.headings[1:], strict=False):
        if heading.level > before + 1:
            message = f"level {heading.level} follows level {before}: «{heading.text}»"
            yield Finding("HEADINGS-002", severity, message, where=Place(file.name))


def _headings(
    readings: list[tuple[CheckedFile, Reading]], article: Article | None
) -> Iterator[Finding]:
    """The article's headings, or those of the barest file, are in every file in order.

    A file may have more: those of notes and of extended descriptions.
    """
    outlines = [_keys(reading.headings) for _, reading in readings]
    expected = _expected(article) if article else min(outlines, key=len)
    for (file, _), found in zip(readings, outlines, strict=True):
        rest = iter(found)
        lacking = next((key for key in expected if key not in rest), None)
        if lacking is not None:
            message = f"no heading of level {lacking[0]}, in its place: «{' '.join(lacking[1])}»"
            yield Finding("HEADINGS-003", Severity.ERROR, message, where=Place(file.name))


def _expected(article: Article) -> list[_Key]:
    title = plain_text(article.meta.title)
    entries = [(1, title), *((entry.level, entry.text) for entry in _flat(outline(article)))]
    return _keys(Heading(level, text) for level, text in entries)


def _flat(entries: tuple[OutlineEntry, ...]) -> Iterator[OutlineEntry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def _keys(headings: Iterable[Heading]) -> list[_Key]:
    return [(heading.level, tuple(words(heading.text))) for heading in headings]


def _languages(readings: list[tuple[CheckedFile, Reading]], lang: str) -> Iterator[Finding]:
    for file, reading in readings:
        if reading.lang.casefold() != lang.casefold():
            message = f"declares the language '{reading.lang}', where the article has '{lang}'"
            yield Finding("LANG-010", Severity.ERROR, message, where=Place(file.name))


CHECK = Check("agreement", _TYPES, _run)
