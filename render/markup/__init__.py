"""Blocks to HTML and XHTML: the only room that knows tags, ids, roles and `lang`.

Every word of the article is written once and in order. Words that are ours, such as
"Notes" or the number of a note, stand in elements of class `furniture`. What is given
is plain `str`: a template must mark it safe.
"""

import dataclasses
from collections.abc import Iterable

from render.markup.attributes import page_marker_of
from render.markup.blocks import blocks
from render.markup.context import (
    Context,
    context,
    described_images,
    element_ids,
    page_marker_id,
    unused,
)
from render.markup.descriptions import Description, all_descriptions, description
from render.markup.dialect import Dialect
from render.markup.elements import element
from render.markup.header import head
from render.markup.images import picture_alone
from render.markup.mathml import in_words_only
from render.markup.notes import endnotes
from render.markup.outline import OutlineEntry, outline
from render.markup.rights import rights_line
from render.model import Article, Inline, Math
from render.model.walk import AnyNode, walk

__all__ = [
    "Description",
    "Dialect",
    "OutlineEntry",
    "body",
    "cover",
    "descriptions",
    "formulas_in_words",
    "header",
    "notes",
    "outline",
    "page_id",
    "page_markers",
    "rights",
    "unused_id",
]


def header(article: Article, dialect: Dialect) -> str:
    """Kicker, title (the only `h1`), deck, byline, place and dates."""
    return str(head(article.meta, _context(article, dialect)))


def body(article: Article, dialect: Dialect) -> str:
    """The sections, the first at level 2; then the extended descriptions, where they are inline."""
    ctx = _context(article, dialect, (*article.meta.title, *article.meta.deck))
    written = blocks(article.body, ctx)
    if dialect.extended_description == "inline":
        written += all_descriptions(described_images(article), ctx)
    return str(written)


def cover(article: Article, dialect: Dialect) -> str:
    """The picture of the cover as a figure; empty where there is none."""
    picture = article.meta.cover
    if picture is None:
        return ""
    written = picture_alone(picture, _context(article, dialect))
    return str(element("figure", {"class": "cover"}, written))


def descriptions(article: Article, dialect: Dialect) -> tuple[Description, ...]:
    """The extended descriptions of all pictures, in order, each with an `h1` of its own."""
    ctx = dataclasses.replace(_context(article, dialect), level=1)
    return tuple(description(image, ctx) for image in described_images(article))


def notes(article: Article, dialect: Dialect) -> str:
    """The section of notes with the ways back to the text; empty when there are none."""
    if not article.notes:
        return ""
    before = (*article.meta.title, *article.meta.deck, *article.body)
    return str(endnotes(article.notes, _context(article, dialect, before)))


def rights(article: Article, dialect: Dialect, inherited: tuple[Inline, ...] = ()) -> str:
    """The line of rights for the end of the article; empty where none are known."""
    return str(rights_line(article.meta, inherited, _context(article, dialect)))


def formulas_in_words(article: Article) -> tuple[Math, ...]:
    """The formulas whose MathML cannot be read, so that only their words are shown."""
    return tuple(node for node in walk(article) if isinstance(node, Math) and in_words_only(node))


def page_markers(labels: Iterable[str], article: Article, dialect: Dialect) -> str:
    """The markers of printed pages on which no element of the article begins."""
    ctx = _context(article, dialect)
    return "".join(str(page_marker_of(label, ctx)) + "\n" for label in labels)


def page_id(label: str, article: Article) -> str:
    """The id of the marker of the printed page called `label`."""
    return page_marker_id(label, element_ids(article))


def unused_id(wanted: str, article: Article) -> str:
    """An id for an element outside the article, such as `contents`, that no element inside has."""
    return unused(wanted, element_ids(article))


def _context(article: Article, dialect: Dialect, written: Iterable[AnyNode] = ()) -> Context:
    return context(article, dialect, blocks, written=written)
