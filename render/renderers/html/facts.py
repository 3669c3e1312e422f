"""What the foot of the page says about the article."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from render.labels import Labels
from render.model import Meta


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about the article; a web address becomes a link."""

    words: str
    value: Markup


def facts(meta: Meta, labels: Labels) -> tuple[Fact, ...]:
    """Publisher, source, issue and rights, as far as they are known."""
    known = (
        (labels.publisher, meta.publisher),
        (labels.source, meta.source or meta.canonical_url),
        (labels.issue, ", ".join(filter(None, (meta.issue, meta.page)))),
        (labels.rights, meta.rights),
        (labels.licence, meta.licence),
    )
    return tuple(Fact(words, _linked(value)) for words, value in known if value)


def _linked(value: str) -> Markup:
    if value.startswith(("https://", "http://")) and not set(value) & set(' "<>'):
        return Markup('<a href="{0}">{0}</a>').format(value)
    return escape(value)
