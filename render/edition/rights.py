"""Whose rights hold for an article of the edition."""

from __future__ import annotations

from render.edition.parts import Part
from render.model import Article, Inline, Span, Text


def inherited_rights(part: Part, front: Article) -> tuple[Inline, ...]:
    """The edition's rights, where the part is an article that says nothing of its own.

    They are in the edition's language, which may not be the article's.
    """
    own = part.article.meta
    if part.kind != "article" or own.rights or own.licence or not front.meta.rights:
        return ()
    words = Text(value=front.meta.rights)
    if own.lang == front.meta.lang:
        return (words,)
    return (Span(lang=front.meta.lang, children=(words,)),)
