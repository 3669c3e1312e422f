"""What a screen reader says when it walks the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.pdf_reading.values import Tag, TagTree, Words

# Inside a line of speech; every other type begins and ends one (ISO 32000-2, 14.8.4.7).
_INLINE = frozenset(
    "Span Em Strong Code Quote Link Ruby RB RT RP Warichu WT WP Annot BibEntry".split()
)
# Announced on their own, so that the call of a note is no part of the word before it.
_APART = frozenset({"Reference", "Formula"})
# What calls a note: a number or one sign. Other references are words of the text.
_CALL = re.compile(r"[\W\d_]*\w?[\W\d_]*")


def spoken_text(tree: TagTree) -> str:
    """The text in tree order, a line for each block, alternatives in place of pictures."""
    return "\n".join(line for child in tree.children for line in _lines(child))


def written_text(tree: TagTree) -> str:
    """As `spoken_text`, but without the calls of notes, which may stand inside a word."""
    return "\n".join(line for child in tree.children for line in _lines(child, calls=False))


def text_of(tag: Tag) -> str:
    """The text of one element on one line."""
    return " ".join(" ".join(_lines(tag)).split())


def words(tree: TagTree) -> tuple[str, ...]:
    """The words in tree order; soft hyphens and zero-width spaces are no part of words."""
    return tuple(re.sub("[\u00ad\u200b\u2060\ufeff]", "", spoken_text(tree)).split())


def headings(tree: TagTree) -> tuple[tuple[int, str], ...]:
    """Level and text of every heading, in order; no call of a note is part of it."""
    return tuple(
        (int(tag.role[1:]), " ".join(_lines(tag, calls=False)))
        for tag in tree.tags()
        if re.fullmatch(r"H\d+", tag.role)
    )


def _lines(tag: Tag, *, calls: bool = True) -> list[str]:
    whole = "".join(_pieces(tag, calls))
    lines = (" ".join(line.split()) for line in whole.replace("\u00ad", "").split("\n"))
    return [line for line in lines if line]


def _pieces(tag: Tag, calls: bool) -> Iterator[str]:  # noqa: FBT001 (asked of each tag)
    if not calls and tag.role == "Reference" and _CALL.fullmatch(text_of(tag)):
        return
    edge = " " if tag.role in _APART else "" if tag.role in _INLINE else "\n"
    yield edge
    if tag.actual_text is not None:
        yield tag.actual_text
    elif tag.alt is not None:
        yield tag.alt
    else:
        for child in tag.children:
            if isinstance(child, Words):
                yield child.text
            elif isinstance(child, Tag):
                yield from _pieces(child, calls)
    yield edge
