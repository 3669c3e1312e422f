"""An article's cover: what stands on it, and the picture, drawn once for all editions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from render.cover.drawing import Colours, CoverText, draw_cover
from render.cover.lettering import Lettering, lettering_for
from render.labels import labels_for, written_date
from render.language.tags import direction
from render.model import Article
from render.model.walk import plain_text
from render.sound.once import Once

if TYPE_CHECKING:
    from render.theme import Theme

MEDIA_TYPE = "image/jpeg"

# One article's editions ask for the same cover at the same time; a cover is 0.3 MB.
_drawn = Once(most_bytes=4_000_000)


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover as JPEG; `is_lettered` is False where no font has all its letters."""

    words: CoverText
    data: bytes = field(repr=False)
    is_lettered: bool


def cover_art(article: Article, theme: Theme) -> Cover:
    """The cover in the theme's type and colours; letters that the theme lacks are left off."""
    words = _words(article)
    lettering = _lettering(theme, words, article)
    colours = _colours(theme)
    picture = _picture(article)
    key = (words, colours, lettering, hashlib.sha256(picture).digest())
    data = _drawn.get(key, lambda: draw_cover(words, colours, lettering, picture))
    return Cover(words, data, lettering is not None)


def _lettering(theme: Theme, words: CoverText, article: Article) -> Lettering | None:
    """From the theme's fonts; where they lack a letter, from those of the other themes."""
    from render.theme import available, load

    said = f"{words.kicker} {words.title} {words.byline} {words.foot}"
    lang = article.meta.lang
    declared = article.meta.dir
    is_rtl = (declared if declared in {"ltr", "rtl"} else direction(lang)) == "rtl"
    own = lettering_for(theme.fonts, said, lang=lang, is_rtl=is_rtl)
    if own is not None:
        return own
    others = (face for name in available() for face in load(name).fonts)
    return lettering_for(others, said, lang=lang, is_rtl=is_rtl)


def _words(article: Article) -> CoverText:
    meta = article.meta
    labels = labels_for(meta.lang)
    published = written_date(meta.published, labels) if meta.published else ""
    return CoverText(
        kicker=_one_line(meta.kicker or meta.section or ""),
        title=_one_line(plain_text(meta.title)),
        byline=_one_line(", ".join(author.name for author in meta.authors)),
        foot=_one_line(" · ".join(filter(None, (meta.publisher, published)))),
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


def _one_line(text: str) -> str:
    # Spaces that hold words together stay; the narrow one is not in every font.
    held = text.replace("\u202f", "\u00a0").split("\u00a0")
    return "\u00a0".join(" ".join(part.split()) for part in held).strip()
