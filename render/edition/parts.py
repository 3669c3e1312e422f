"""A part of an edition: an article with its place among the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from render.model import Article
from render.model.walk import plain_text

Kind = Literal["front", "section", "article"]


@dataclass(frozen=True, slots=True)
class Part:
    """The front page, the opening of a section, or an article.

    `article` is what it would be alone: the same words, ids and sentences. In a file that
    holds the whole edition its ids begin with `prefix`, and its title is a heading of `level`.
    `slug` names a file of its own.
    """

    kind: Kind
    article: Article
    prefix: str = ""
    level: int = 1
    slug: str = ""

    @property
    def id(self) -> str:
        """What the part is called inside the edition."""
        return self.prefix.rstrip("-") or "front"

    @property
    def title_id(self) -> str:
        """The id of its title in a file that holds the whole edition."""
        return f"{self.prefix}title"

    @property
    def title(self) -> str:
        """The title on one line."""
        return " ".join(plain_text(self.article.meta.title).split())
