"""The cover as a document of the package, with its picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from render.findings import Finding, Place, Severity
from render.labels import labels_for, written_date
from render.model import Article, Described
from render.model.walk import plain_text
from render.renderers.epub.cover import Colours, CoverText, draw_cover
from render.renderers.epub.documents import Document, Frame, cover_page
from render.renderers.epub.lettering import Lettering, lettering_for
from render.renderers.epub.metadata import one_line
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
    words = _words(article)
    said = f"{words.kicker} {words.title} {words.byline} {words.foot}"
    lettering = _lettering(theme, said, frame)
    picture = draw_cover(words, _colours(theme), lettering, _picture(article))
    page = cover_page(
        frame,
        f"{words_for(frame.lang).cover}: {words.title}",
        PICTURE_FILE,
        _alternative(article, words),
    )
    return FrontCover(
        document=Document("cover-page", PAGE_FILE, page, is_linear=False),
        picture=Resource("cover-image", PICTURE_FILE, "image/jpeg", picture, ("cover-image",)),
        findings=() if lettering else (_unlettered(frame),),
    )


def _lettering(theme: Theme, said: str, frame: Frame) -> Lettering | None:
    """From the theme's fonts; where they lack a letter, from those of the other themes."""
    from render.theme import available, load

    is_rtl = frame.dir == "rtl"
    own = lettering_for(theme.fonts, said, lang=frame.lang, is_rtl=is_rtl)
    if own is not None:
        return own
    others = (face for name in available() for face in load(name).fonts)
    return lettering_for(others, said, lang=frame.lang, is_rtl=is_rtl)


def _alternative(article: Article, words: CoverText) -> str:
    """All that the cover says, in the order of the eye; first what its picture shows."""
    cover = article.meta.cover
    shown = cover.alt.text if cover and isinstance(cover.alt, Described) else ""
    parts = (shown, words.kicker, words.title, words.byline, words.foot)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _words(article: Article) -> CoverText:
    meta = article.meta
    labels = labels_for(meta.lang)
    published = written_date(meta.published, labels) if meta.published else ""
    return CoverText(
        kicker=one_line(meta.kicker or meta.section or ""),
        title=one_line(plain_text(meta.title)),
        byline=one_line(", ".join(author.name for author in meta.authors)),
        foot=one_line(" · ".join(filter(None, (meta.publisher, published)))),
    )


def _colours(theme: Theme) -> Colours:
    # Letters in the colour of paper: themes are refused where accent on ground is below 4.5 to 1.
    colours = theme.tokens["colour"]
    return Colours(paper=colours["accent"], ink=colours["ground"])


def _picture(article: Article) -> bytes:
    cover = article.meta.cover
    wanted = cover.asset if cover else ""
    found = next((asset for asset in article.assets if asset.id == wanted), None)
    is_raster = found is not None and (found.media_type or "").startswith("image/")
    return (found.data or b"") if found is not None and is_raster else b""


def _unlettered(frame: Frame) -> Finding:
    return Finding(
        "EPUB-003",
        Severity.NOTE,
        f"no font that comes with Lisible has every letter of the cover in '{frame.lang}': "
        "the cover shows no words",
        "use a theme with fonts for this script, or give the article a cover picture",
        Place(PICTURE_FILE),
    )
