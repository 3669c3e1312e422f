"""The documents of the article: its text, and the extended descriptions of its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from render import markup
from render.labels import labels_for
from render.markup import Dialect, OutlineEntry
from render.model import Article, Break
from render.model.walk import plain_text, walk
from render.pagination import Pagination
from render.renderers.epub.documents import Document, Frame, properties_of
from render.renderers.epub.metadata import one_line
from render.renderers.epub.navigation import Target

TEXT_FILE = "article.xhtml"
DESCRIPTIONS_FILE = "descriptions.xhtml"


@dataclass(frozen=True, slots=True)
class Content:
    """The content documents, the contents list that leads into them, and where the text starts."""

    documents: tuple[Document, ...]
    contents: tuple[Target, ...]
    start: str


def content(
    article: Article,
    frame: Frame,
    asset_urls: Mapping[str, str],
    pagination: Pagination | None,
) -> Content:
    """The text as one document, and the descriptions as another that only links reach."""
    described = markup.descriptions(article, Dialect(labels=labels_for(article.meta.lang)))
    dialect = Dialect(
        labels=labels_for(article.meta.lang),
        xhtml=True,
        epub=True,
        asset_url=asset_urls,
        page_starts=_page_starts(article, pagination),
        extended_description="linked",
        description_url={part.id: f"{DESCRIPTIONS_FILE}#{part.id}" for part in described},
        text_url=TEXT_FILE,
    )
    documents = [_text(article, frame, dialect)]
    if described:
        documents.append(_descriptions(article, frame, dialect))
    sections = tuple(_target(entry) for entry in markup.outline(article))
    top = Target(one_line(plain_text(article.meta.title)), f"{TEXT_FILE}#title", sections)
    start = f"{TEXT_FILE}#{markup.unused_id('content', article)}"
    return Content(tuple(documents), (top,), start)


def _text(article: Article, frame: Frame, dialect: Dialect) -> Document:
    title = one_line(plain_text(article.meta.title))
    start = markup.unused_id("content", article)
    body = (
        f'<main id="{start}" epub:type="bodymatter">\n<article aria-labelledby="title">\n'
        f"<header>\n{markup.header(article, dialect)}</header>\n"
        f"{markup.body(article, dialect)}{markup.notes(article, dialect)}</article>\n</main>"
    )
    return Document("article", TEXT_FILE, frame.page(title, body), properties_of(body))


def _descriptions(article: Article, frame: Frame, dialect: Dialect) -> Document:
    parts = markup.descriptions(article, dialect)
    body = "<main>\n" + "".join(part.markup for part in parts) + "</main>"
    data = frame.page(dialect.labels.image_descriptions, body)
    properties = properties_of(body)
    return Document("descriptions", DESCRIPTIONS_FILE, data, properties, is_linear=False)


def _target(entry: OutlineEntry) -> Target:
    below = tuple(_target(child) for child in entry.children)
    return Target(entry.text, f"{TEXT_FILE}#{entry.id}", below)


def has_own_pages(article: Article) -> bool:
    """Whether the article brings the pages of an edition it was printed in."""
    return any(isinstance(node, Break) and node.kind == "page" for node in walk(article))


def _page_starts(article: Article, pagination: Pagination | None) -> dict[str, str]:
    """The folio that each element opens, each folio once.

    Pages that the article brings win: a class that holds the printed edition goes by them.
    """
    starts: dict[str, str] = {}
    if pagination is None or has_own_pages(article):
        return starts
    for page in pagination.pages:
        if page.element and page.element not in starts and page.label not in starts.values():
            starts[page.element] = page.label
    return starts
