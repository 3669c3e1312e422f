"""Inlines to runs of text in one language, with what authors said about how to say them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from render.model import (
    Abbr,
    Described,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    Math,
    NoteRef,
    Ruby,
    Span,
    Text,
    Time,
)
from render.model.walk import plain_text


@dataclass(frozen=True, slots=True)
class Run:
    """Written text in one language. `spoken` is set where it is said as an author decided."""

    written: str
    lang: str
    spoken: str | None = None


def sentences(
    container_id: str, inlines: tuple[Inline, ...]
) -> tuple[tuple[str, str | None, tuple[Inline, ...]], ...]:
    """The sentences of a run of text as (id, language, inlines); all of it when it has none."""
    found = tuple(
        (inline.id or container_id, inline.lang, inline.children)
        for inline in inlines
        if isinstance(inline, Span) and inline.kind == "sentence"
    )
    return found or ((container_id, None, inlines),)


def runs(inlines: tuple[Inline, ...], lang: str) -> tuple[Run, ...]:
    """The runs of `inlines`, neighbours of a kind joined; `plain_text` is their written text."""
    joined: list[Run] = []
    for run in _runs(inlines, lang):
        last = joined[-1] if joined else None
        if last and last.spoken is None and run.spoken is None and last.lang == run.lang:
            joined[-1] = Run(last.written + run.written, run.lang)
        elif run.written:
            joined.append(run)
    return tuple(joined)


def _runs(inlines: tuple[Inline, ...], lang: str) -> Iterator[Run]:
    for inline in inlines:
        yield from _run(inline, inline.lang or lang)


def _run(inline: Inline, lang: str) -> Iterator[Run]:
    match inline:
        case Text():
            yield Run(inline.value, lang)
        case Span(say=str(say)):
            yield Run(plain_text(inline.children), lang, say)
        case Marked() | Span() | Link() | Time():
            yield from _runs(inline.children, lang)
        case Abbr():
            yield from _abbreviation(inline, lang)
        case Ruby():
            base = plain_text(inline.children)
            # Elsewhere the annotation may be a gloss; in Japanese it is how the base is read.
            yield Run(base, lang, inline.annotation if lang.startswith("ja") else None)
        case NoteRef():
            return
        case Image():
            # A picture may touch the word after it; its alternative must not.
            yield Run(f" {inline.alt.text} " if isinstance(inline.alt, Described) else "", lang)
        case Math():
            yield Run(inline.alt, lang)
        case LineBreak():
            yield Run("\n", lang, " ")
        case _:
            assert_never(inline)


def _abbreviation(abbr: Abbr, lang: str) -> Iterator[Run]:
    written = plain_text(abbr.children)
    match abbr.say:
        case "expansion" if abbr.expansion:
            yield Run(written, lang, abbr.expansion)
        case "letters":
            yield Run(written, lang, " ".join(filter(str.isalnum, written)))
        case "word":
            yield Run(written, lang, written.capitalize())
        case _:
            yield from _runs(abbr.children, lang)
