"""What the foot of the page says about the article."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from render.labels import Labels
from render.language import direction
from render.model import Inline, Meta
from render.model.walk import plain_text


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about the article; a web address becomes a link."""

    words: str
    value: Markup


def facts(meta: Meta, labels: Labels, inherited: tuple[Inline, ...] = ()) -> tuple[Fact, ...]:
    """Publisher, source, issue and rights, as far as they are known.

    `inherited` are the rights of the edition, for an article that has none of its own.
    """
    known = (
        (labels.publisher, meta.publisher),
        (labels.source, meta.source or meta.canonical_url),
        (labels.issue, ", ".join(filter(None, (meta.issue, meta.page)))),
        (labels.rights, meta.rights),
        (labels.licence, meta.licence),
    )
    found = tuple(Fact(words, _linked(value)) for words, value in known if value)
    return (*found, Fact(labels.rights, _in_its_language(inherited))) if inherited else found


def _in_its_language(words: tuple[Inline, ...]) -> Markup:
    lang = next((node.lang for node in words if node.lang), None)
    said = escape(plain_text(words))
    if lang is None:
        return said
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, direction(lang), said)


def _linked(value: str) -> Markup:
    if value.startswith(("https://", "http://")) and not set(value) & set(' "<>'):
        return Markup('<a href="{0}">{0}</a>').format(value)
    return escape(value)
