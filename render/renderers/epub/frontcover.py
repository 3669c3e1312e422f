"""The cover as a document of the package, with its picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from render.cover import Cover, cover_art
from render.findings import Finding, Place, Severity
from render.model import Article, Described
from render.renderers.epub.documents import Document, Frame, cover_page
from render.renderers.epub.resources import Resource
from render.renderers.epub.words import words_for

if TYPE_CHECKING:
    from render.theme import Theme

PAGE_FILE = "cover.xhtml"
PICTURE_FILE = "images/cover.jpg"


@dataclass(frozen=True, slots=True)
class FrontCover:
    """The page that shows the cover, and the picture on it."""

    document: Document
    picture: Resource
    findings: tuple[Finding, ...]


def front_cover(article: Article, theme: Theme, frame: Frame) -> FrontCover:
    """The cover in the theme's type and colours; letters that the theme lacks are left off."""
    cover = cover_art(article, theme)
    page = cover_page(
        frame,
        f"{words_for(frame.lang).cover}: {cover.words.title}",
        PICTURE_FILE,
        _alternative(article, cover),
    )
    return FrontCover(
        document=Document("cover-page", PAGE_FILE, page, is_linear=False),
        picture=Resource("cover-image", PICTURE_FILE, "image/jpeg", cover.data, ("cover-image",)),
        findings=() if cover.is_lettered else (_unlettered(frame),),
    )


def _alternative(article: Article, drawn: Cover) -> str:
    """All that the cover says, in the order of the eye; first what its picture shows."""
    cover, words = article.meta.cover, drawn.words
    shown = cover.alt.text if cover and isinstance(cover.alt, Described) else ""
    parts = (shown, words.kicker, words.title, words.byline, words.foot)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _unlettered(frame: Frame) -> Finding:
    return Finding(
        "EPUB-003",
        Severity.NOTE,
        f"no font that comes with Lisible has every letter of the cover in '{frame.lang}': "
        "the cover shows no words",
        "use a theme with fonts for this script, or give the article a cover picture",
        Place(PICTURE_FILE),
    )
