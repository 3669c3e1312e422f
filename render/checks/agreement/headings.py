"""Headings: one title, no level skipped, and the same in every edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from render.findings import Finding, Place, Severity
from render.inspection import Heading, Reading, words
from render.markup import OutlineEntry, outline
from render.model import Article
from render.model.walk import plain_text
from render.plugins import CheckedFile

_Key = tuple[int, tuple[str, ...]]


def levels(file: CheckedFile, reading: Reading, severity: Severity) -> Iterator[Finding]:
    """One first-level heading, and no level skipped on the way down."""
    found = [heading.level for heading in reading.headings]
    if found.count(1) != 1:
        message = f"{found.count(1)} headings of level 1, where there should be one"
        yield Finding("HEADINGS-001", severity, message, where=Place(file.name))
    for before, heading in zip(found, reading.headings[1:], strict=False):
        if heading.level > before + 1:
            message = f"level {heading.level} follows level {before}: «{heading.text}»"
            yield Finding("HEADINGS-002", severity, message, where=Place(file.name))


def headings(
    readings: list[tuple[CheckedFile, Reading]], article: Article | None
) -> Iterator[Finding]:
    """The article's headings, or those of the barest file, are in every file in order.

    A file may have more: those of notes and of extended descriptions.
    """
    outlines = [_keys(reading.headings) for _, reading in readings]
    expected = _expected(article) if article else min(outlines, key=len)
    for (file, _), found in zip(readings, outlines, strict=True):
        rest = iter(found)
        lacking = next((key for key in expected if not any(_says(h, key) for h in rest)), None)
        if lacking is not None:
            message = f"no heading of level {lacking[0]}, in its place: «{' '.join(lacking[1])}»"
            yield Finding("HEADINGS-003", Severity.ERROR, message, where=Place(file.name))


def _says(heading: _Key, key: _Key) -> bool:
    """Whether the two are the same but for what one says of a picture or a formula in them."""
    said, wanted = "".join(heading[1]), "".join(key[1])
    return heading[0] == key[0] and (_holds(said, wanted) or _holds(wanted, said))


def _holds(text: str, part: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in part)


def titles(file: CheckedFile, reading: Reading) -> Iterator[Finding]:
    """The title in the metadata is the title that one reads; a book of chapters has no such one."""
    first = [heading.text for heading in reading.headings if heading.level == 1]
    shown = first[0] if len(first) == 1 else ""
    said, read = words(reading.title), words(shown)
    if said and read and " ".join(read) not in " ".join(said) and set(said) - set(read):
        message = f"the metadata says «{reading.title}», the text «{shown}»"
        yield Finding("HEADINGS-005", Severity.WARNING, message, where=Place(file.name))


def _expected(article: Article) -> list[_Key]:
    title = plain_text(article.meta.title)
    entries = [(1, title), *((entry.level, entry.text) for entry in _flat(outline(article)))]
    return _keys(Heading(level, text) for level, text in entries)


def _flat(entries: tuple[OutlineEntry, ...]) -> Iterator[OutlineEntry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def _keys(found: Iterable[Heading]) -> list[_Key]:
    return [(heading.level, tuple(words(heading.text))) for heading in found]
