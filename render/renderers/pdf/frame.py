"""The article in the theme's print frame: the one HTML document that is laid out."""

from __future__ import annotations

from markupsafe import Markup

from render import markup
from render.labels import labels_for
from render.language import direction
from render.markup import Dialect
from render.model import Article, Direction
from render.model.walk import plain_text
from render.plugins import Job
from render.renderers.pdf.options import PAGE_SIZES, PdfOptions
from render.renderers.pdf.resources import SCHEME

_FRAME = "print.html.j2"
_RUNNING_HEAD_LETTERS = 64

# Win over any theme. Hyphens break words in text extractors; PDF/A forbids interpolated
# images (ISO 19005-3 6.2.8); an element moved to a form XObject would lose its tags; the
# measures of pictures in pixels are for screens; what stands in a margin has no element above it to
# take its direction from.
_RULES = """
@page {{ size: {size}; {marks} }}
@page {{ @top-left {{ direction: {reads} }} @top-right {{ direction: {reads} }} }}
* {{ opacity: 1 !important; {hyphens} }}
img, svg {{ image-rendering: crisp-edges !important; }}
img:not(.math) {{ width: auto !important; height: auto !important; }}
img.math {{ max-width: 100%; height: auto !important; }}
rp {{ display: inline; }}
"""


def document(job: Job, options: PdfOptions) -> str:
    """The HTML of the article, furniture and all, with assets as `asset:ID`."""
    article = job.article
    dialect = Dialect(
        labels=labels_for(article.meta.lang),
        xhtml=True,
        asset_url={asset.id: f"{SCHEME}{asset.id}" for asset in article.assets if asset.data},
    )
    values = {
        "lang": article.meta.lang,
        "dir": reading_direction(article),
        "edition": options.edition,
        "title": title(article),
        "running_head": _running_head(article),
        "labels": dialect.labels,
        "contents": markup.outline(article) if options.contents else (),
        "contents_id": markup.unused_id("contents", article),
        "header": trusted(markup.header(article, dialect)),
        "body": trusted(markup.body(article, dialect)),
        "notes": trusted(markup.notes(article, dialect)),
        "rights": trusted(markup.rights(article, dialect)),
    }
    return render_template(job, values)


def render_template(job: Job, values: dict[str, object], frame: str = _FRAME) -> str:
    """The theme's frame filled in; raises ThemeError naming frame and line."""
    return job.theme.fill(frame, **values)


def rules(options: PdfOptions, reads: Direction = "ltr") -> str:
    """The style that no theme may undo, for a document that reads in this direction."""
    marks = "marks: crop; bleed: 7mm;" if options.crop_marks else ""
    hyphens = "" if options.edition == "print" else "hyphens: manual !important;"
    # Nobody can follow a link on paper back to where it came from.
    paper = ".backlinks { display: none !important; }\n" if options.edition == "print" else ""
    margins = "rtl" if reads == "rtl" else "ltr"  # CSS knows no third
    size = PAGE_SIZES[options.page_size]
    return paper + _RULES.format(size=size, marks=marks, hyphens=hyphens, reads=margins)


def reading_direction(article: Article) -> Direction:
    """The direction that the article says, or that of its language."""
    return article.meta.dir or direction(article.meta.lang)


def _running_head(article: Article) -> str:
    return fitting(article.meta.short_title or title(article))


def fitting(words: str) -> str:
    """As many of the words as fit the margin of a page."""
    if len(words) <= _RUNNING_HEAD_LETTERS:
        return words
    return f"{words[:_RUNNING_HEAD_LETTERS].rsplit(' ', 1)[0]} …"


def title(article: Article) -> str:
    """The title on one line."""
    return " ".join(plain_text(article.meta.title).split())


def trusted(written: str) -> Markup:
    """Markup of ours, which a template must not escape again."""
    # render.markup has escaped every word of the article.
    return Markup(written)  # noqa: S704
