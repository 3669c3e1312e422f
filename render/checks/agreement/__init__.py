"""The editions agree: headings, chapters, titles, languages and pages."""

from __future__ import annotations

from collections.abc import Iterator

from render.checks.agreement.headings import headings, levels, titles
from render.checks.agreement.pages import pages
from render.checks.agreement.sounds import Sound, chapters, language, title
from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import Reading, by_article, read_back, sound_facts
from render.pagination import has_own_pages
from render.plugins import Check, CheckedFile, Subject, Verdict

_TEXTS = ("text/html", "application/pdf", "application/epub+zip")
# Waves hold no chapters and no language.
_SOUNDS = ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/flac")

Readings = list[tuple[CheckedFile, Reading]]


def _run(subject: Subject) -> Verdict:
    files = tuple(file for file in subject.files if file.media_type in (*_TEXTS, *_SOUNDS))
    findings = [finding for group in by_article(files) for finding in _group(group, subject)]
    names = tuple(file.name for file in files)
    return Verdict("agreement", "Lisible agreement", "", "ran", names, tuple(findings))


def _group(group: tuple[CheckedFile, ...], subject: Subject) -> Iterator[Finding]:
    texts = [file for file in group if file.media_type in _TEXTS]
    readings = [(file, reading) for file in texts if (reading := _read(file)) is not None]
    if not readings:
        return
    # Of an article of ours we know that it has one title; a book may have many, or none.
    severity = Severity.ERROR if subject.article else Severity.WARNING
    for file, reading in readings:
        yield from levels(file, reading, severity)
        yield from titles(file, reading)
    yield from headings(readings, subject.article)
    lang = subject.article.meta.lang if subject.article else readings[0][1].lang
    yield from _languages(readings, lang)
    # Pages that the article brings are those of another printed edition.
    if subject.article is None or not has_own_pages(subject.article):
        yield from pages(readings)
    # The page has its headings in the order of the article.
    for sound in _sounds(group):
        yield from chapters(sound, readings[0][1])
        yield from title(sound, readings[0][1])
        yield from language(sound, lang)


def _read(file: CheckedFile) -> Reading | None:
    try:
        return read_back(file)
    except (InputError, ValueError):
        return None  # the conservation check tells it


def _sounds(group: tuple[CheckedFile, ...]) -> Iterator[Sound]:
    for file in group:
        if file.media_type in _SOUNDS:
            try:
                yield file, sound_facts(file.data)
            except ValueError:
                continue  # the audio check tells it


def _languages(readings: Readings, lang: str) -> Iterator[Finding]:
    for file, reading in readings:
        if reading.lang.casefold() != lang.casefold():
            message = f"declares the language '{reading.lang}', where the article has '{lang}'"
            yield Finding("LANG-010", Severity.ERROR, message, where=Place(file.name))


CHECK = Check("agreement", (*_TEXTS, *_SOUNDS), _run)
