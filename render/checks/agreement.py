"""The formats agree: the same headings at the same levels, and the same language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from operator import eq

from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import Heading, Reading, read_back, words
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPES = ("text/html", "application/pdf", "application/epub+zip")


def _run(subject: Subject) -> Verdict:
    files = tuple(file for file in subject.files if file.media_type in _TYPES)
    readings = [(file, reading) for file in files if (reading := _read(file)) is not None]
    findings = [finding for pair in readings for finding in _levels(*pair)]
    if readings:
        findings += _headings(readings)
        lang = subject.article.meta.lang if subject.article else readings[0][1].lang
        findings += _languages(readings, lang)
    names = tuple(file.name for file in files)
    return Verdict("agreement", "Lisible agreement", "", "ran", names, tuple(findings))


def _read(file: CheckedFile) -> Reading | None:
    try:
        return read_back(file)
    except (InputError, ValueError):
        return None  # the conservation check tells it


def _levels(file: CheckedFile, reading: Reading) -> Iterator[Finding]:
    """One first-level heading, and no level skipped on the way down."""
    levels = [heading.level for heading in reading.headings]
    if levels.count(1) != 1:
        message = f"{levels.count(1)} headings of level 1, where there should be one"
        yield Finding("HEADINGS-001", Severity.ERROR, message, where=Place(file.name))
    for before, heading in zip(levels, reading.headings[1:], strict=False):
        if heading.level > before + 1:
            message = f"level {heading.level} follows level {before}: «{heading.text}»"
            yield Finding("HEADINGS-002", Severity.ERROR, message, where=Place(file.name))


def _headings(readings: list[tuple[CheckedFile, Reading]]) -> Iterator[Finding]:
    model_file, model = readings[0]
    expected = [_key(heading) for heading in model.headings]
    for file, reading in readings[1:]:
        found = [_key(heading) for heading in reading.headings]
        if found != expected:
            same = sum(1 for _ in takewhile(bool, map(eq, expected, found)))
            first = (expected[same:] or found[same:])[0]
            message = f"headings differ from {model_file.name} at «{' '.join(first[1])}»"
            yield Finding("HEADINGS-003", Severity.ERROR, message, where=Place(file.name))


def _key(heading: Heading) -> tuple[int, tuple[str, ...]]:
    return heading.level, tuple(words(heading.text))


def _languages(readings: list[tuple[CheckedFile, Reading]], lang: str) -> Iterator[Finding]:
    for file, reading in readings:
        if reading.lang.casefold() != lang.casefold():
            message = f"declares the language '{reading.lang}', where the article has '{lang}'"
            yield Finding("LANG-010", Severity.ERROR, message, where=Place(file.name))


CHECK = Check("agreement", _TYPES, _run)
