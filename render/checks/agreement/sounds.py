"""Sound against text: the chapters are the headings, the language is the text's."""

from __future__ import annotations

from collections.abc import Iterator

from render.checks.agreement.headings import titles
from render.findings import Finding, Place, Severity
from render.inspection import Heading, Reading, SoundFacts, words
from render.plugins import CheckedFile

Sound = tuple[CheckedFile, SoundFacts]


def chapters(sound: Sound, reading: Reading) -> Iterator[Finding]:
    """Every chapter is a heading, in order, and every main heading of the text has one.

    Headings that come after the last chapter, those of notes and descriptions, may not
    be spoken.
    """
    file, facts = sound
    spoken = [words(title) for title in facts.chapters]
    written = [words(heading.text) for heading in reading.headings]
    if not spoken:
        if len(written) > 2:
            message = f"no chapters, where the text has {len(written)} headings"
            yield _error("HEADINGS-004", file, message)
        return
    rest = iter(written)
    strange = next((title for title in spoken if title not in rest), None)
    if strange is not None:
        message = f"the chapter «{' '.join(strange)}» is no heading, or is out of order"
        yield _error("HEADINGS-004", file, message)
        return
    reached = max(number for number, title in enumerate(written) if title == spoken[-1])
    for heading in reading.headings[:reached]:
        if heading.level <= 2 and words(heading.text) not in spoken:
            yield _error("HEADINGS-004", file, f"no chapter begins with «{heading.text}»")


def language(sound: Sound, lang: str) -> Iterator[Finding]:
    """The language is named, and is that of the article."""
    # 50 ms, and only sound needs it.
    import langcodes

    file, facts = sound
    declared = facts.lang.casefold()
    if declared in {"", "und"}:
        message = "the sound file does not say its language"
        yield Finding("LANG-011", Severity.WARNING, message, where=Place(file.name))
        return
    known = langcodes.Language.get(lang)
    names = {known.to_alpha3(), known.to_alpha3(variant="B"), known.language}
    if declared not in names:
        message = f"declares the language '{facts.lang}', where the article has '{lang}'"
        yield _error("LANG-010", file, message)


def title(sound: Sound, reading: Reading) -> Iterator[Finding]:
    """The sound file has the article's title."""
    file, facts = sound
    first = tuple(each for each in reading.headings if each.level == 1)[:1]
    if not facts.title:
        message = "the sound file has no title, so players show its file name"
        yield Finding("HEADINGS-005", Severity.WARNING, message, where=Place(file.name))
        return
    shown = tuple(Heading(1, each.text) for each in first)
    yield from titles(file, Reading("", shown, "", (), facts.title))


def _error(code: str, file: CheckedFile, message: str) -> Finding:
    return Finding(code, Severity.ERROR, message, where=Place(file.name))
