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


def spoken_text(tree: TagTree) -> str:
    """The text in tree order, a line for each block, alternatives in place of pictures."""
    return "\n".join(line for child in tree.children for line in _lines(child))


def text_of(tag: Tag) -> str:
    """The text of one element on one line."""
    return " ".join(" ".join(_lines(tag)).split())


def words(tree: TagTree) -> tuple[str, ...]:
    """The words in tree order; soft hyphens and zero-width spaces are no part of words."""
    return tuple(re.sub("[\u00ad\u200b\u2060\ufeff]", "", spoken_text(tree)).split())


def headings(tree: TagTree) -> tuple[tuple[int, str], ...]:
    """Level and text of every heading, in order."""
    return tuple(
        (int(tag.role[1:]), text_of(tag)) for tag in tree.tags() if re.fullmatch(r"H\d+", tag.role)
    )


def _lines(tag: Tag) -> list[str]:
    whole = "".join(_pieces(tag))
    lines = (" ".join(line.split()) for line in whole.replace("\u00ad", "").split("\n"))
    return [line for line in lines if line]


def _pieces(tag: Tag) -> Iterator[str]:
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
                yield from _pieces(child)
    yield edge
