"""Sentences: every run of text wrapped in spans that highlighting, audio and cues share."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from render.language.sentence_ends import sentence_ends
from render.model import (
    Abbr,
    Article,
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
from render.model.walk import (
    AnyNode,
    Inlines,
    container_id,
    plain_text,
    rebuild,
    rebuild_article,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A leaf that is never split, with the marks and spans around it, outermost first."""

    leaf: Inline
    around: tuple[Marked | Span, ...]
    text: str


def split_sentences(article: Article) -> Article:
    """The article with each run of text made of `Span(kind="sentence")` with ids.

    The texts of a run's sentences together are the text of the run, spaces included. A
    sentence never ends inside a link, an abbreviation, ruby, a date, code or a formula;
    where it ends inside a mark or a span, that is continued in the next sentence.
    """

    def below(lang: str, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(within(lang, node) for node in nodes)

    def within(lang: str, node: AnyNode) -> AnyNode:
        own = node.lang or lang
        return rebuild(
            node,
            nodes=lambda nodes: below(own, nodes),
            inlines=lambda field, run: _split(run, container_id(node.id or "", field), own),
        )

    lang = article.meta.lang
    return rebuild_article(
        article,
        nodes=lambda nodes: below(lang, nodes),
        inlines=lambda field, run: _split(run, field, lang),
    )


def _split(run: Inlines, container: str, lang: str) -> Inlines:
    pieces = list(_pieces(run, ()))
    text = "".join(piece.text for piece in pieces)
    if not text.strip():
        return tuple(_rebuilt(pieces, 0, set()))
    continued: set[int] = set()
    return tuple(
        Span(
            id=f"{container}-s{number}" if container else None,
            kind="sentence",
            children=tuple(_rebuilt(sentence, 0, continued)),
        )
        for number, sentence in enumerate(_sentences(pieces, sentence_ends(text, lang)), 1)
    )


def _pieces(run: Inlines, around: tuple[Marked | Span, ...]) -> Iterator[_Piece]:
    for inline in run:
        match inline:
            case Span(kind="sentence"):
                yield from _pieces(inline.children, around)
            case Marked() if inline.kind != "code":
                yield from _pieces(inline.children, (*around, inline))
            case Span() if inline.say is None:
                yield from _pieces(inline.children, (*around, inline))
            case LineBreak():
                yield _Piece(inline, around, "\n")
            case (
                Text() | Marked() | Span() | Link() | Abbr() | Ruby() | Time() | NoteRef()
                | Image() | Math()
            ):  # fmt: skip
                yield _Piece(inline, around, plain_text((inline,)))


def _sentences(pieces: list[_Piece], ends: list[int]) -> Iterator[list[_Piece]]:
    """The pieces of each sentence; only text is cut, all else stays whole where it begins."""
    cuts = iter(ends)
    cut = next(cuts)
    sentence: list[_Piece] = []
    begin = 0
    for piece in pieces:
        rest = piece
        while rest.text and (begin == cut or (begin + len(rest.text) > cut and _is_text(rest))):
            head, rest = _cut(rest, cut - begin)
            yield [*sentence, *head]
            sentence = []
            begin, cut = cut, next(cuts)
        # Without text, as a note call, it belongs to what stands before it.
        sentence.append(rest)
        begin += len(rest.text)
        while cut < begin:
            cut = next(cuts)
    yield sentence


def _is_text(piece: _Piece) -> bool:
    return isinstance(piece.leaf, Text)


def _cut(piece: _Piece, length: int) -> tuple[list[_Piece], _Piece]:
    if length == 0 or not isinstance(piece.leaf, Text):
        return [], piece
    before, after = piece.text[:length], piece.text[length:]
    head = replace(piece.leaf, value=before)
    tail = replace(piece.leaf, value=after, id=None)
    return [_Piece(head, piece.around, before)], _Piece(tail, piece.around, after)


def _rebuilt(pieces: list[_Piece], depth: int, continued: set[int]) -> Iterator[Inline]:
    """The tree again: neighbours under the same mark share it; a continuation has no id."""

    def parent(piece: _Piece) -> int | None:
        return id(piece.around[depth]) if len(piece.around) > depth else None

    for key, group in groupby(pieces, parent):
        if key is None:
            yield from (piece.leaf for piece in group)
            continue
        members = list(group)
        mark = members[0].around[depth]
        children = tuple(_rebuilt(members, depth + 1, continued))
        yield replace(mark, children=children, id=None if key in continued else mark.id)
        continued.add(key)
