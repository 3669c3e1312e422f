"""The documents of the article: its text, and the extended descriptions of its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from render import markup
from render.labels import labels_for
from render.markup import Dialect, OutlineEntry
from render.model import Article, Inline
from render.model.walk import plain_text
from render.pagination import Pagination, page_starts
from render.renderers.epub.documents import Document, Frame, properties_of
from render.renderers.epub.metadata import one_line
from render.renderers.epub.navigation import Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in the package.

    `prefix` begins its ids in the narration, `title_level` is the level of its title,
    `rights` are those it inherits.
    """

    id: str = "article"
    is_front: bool = False
    title_level: int = 1
    prefix: str = ""
    rights: tuple[Inline, ...] = ()

    @property
    def text_file(self) -> str:
        """The file of its text."""
        return f"{self.id}.xhtml"

    @property
    def descriptions_file(self) -> str:
        """The file of the extended descriptions of its pictures."""
        return f"{self.prefix}descriptions.xhtml"


ALONE = Place()


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
    place: Place = ALONE,
) -> Content:
    """The text as one document, and the descriptions as another that only links reach."""
    described = markup.descriptions(article, Dialect(labels=labels_for(article.meta.lang)))
    dialect = Dialect(
        labels=labels_for(article.meta.lang),
        xhtml=True,
        epub=True,
        asset_url=asset_urls,
        page_starts=page_starts(pagination, article),
        extended_description="linked",
        description_url={part.id: f"{place.descriptions_file}#{part.id}" for part in described},
        text_url=place.text_file,
        title_level=place.title_level,
    )
    documents = [_text(article, frame, dialect, place, pagination)]
    if described:
        documents.append(_descriptions(article, frame, dialect, place))
    sections = tuple(_target(entry, place) for entry in markup.outline(article))
    title = one_line(plain_text(article.meta.title))
    top = Target(title, f"{place.text_file}#title", sections, frame.lang)
    start = f"{place.text_file}#{markup.unused_id('content', article)}"
    return Content(tuple(documents), (top,), start)


def _text(
    article: Article, frame: Frame, dialect: Dialect, place: Place, pagination: Pagination | None
) -> Document:
    title = one_line(plain_text(article.meta.title))
    start = markup.unused_id("content", article)
    pages = pagination.pages if pagination and place.is_front else ()
    unnamed = markup.page_markers(
        [page.label for page in pages if not page.element], article, dialect
    )
    kind = "frontmatter" if place.is_front else "bodymatter"
    # A front page has no article that ends: its rights are in the metadata of the package.
    rights = "" if place.is_front else markup.rights(article, dialect, place.rights)
    body = (
        f'<main id="{start}" epub:type="{kind}">\n<article aria-labelledby="title">\n'
        f"<header>\n{markup.header(article, dialect)}</header>\n{unnamed}"
        f"{markup.body(article, dialect)}{markup.notes(article, dialect)}{rights}"
        "</article>\n</main>"
    )
    data = frame.page(title, body)
    return Document(place.id, place.text_file, data, properties_of(body), prefix=place.prefix)


def _descriptions(article: Article, frame: Frame, dialect: Dialect, place: Place) -> Document:
    parts = markup.descriptions(article, dialect)
    body = "<main>\n" + "".join(part.markup for part in parts) + "</main>"
    return Document(
        id=f"{place.prefix}descriptions",
        file_name=place.descriptions_file,
        data=frame.page(dialect.labels.image_descriptions, body),
        properties=properties_of(body),
        is_linear=False,
        prefix=place.prefix,
    )


def _target(entry: OutlineEntry, place: Place) -> Target:
    below = tuple(_target(child, place) for child in entry.children)
    return Target(entry.text, f"{place.text_file}#{entry.id}", below)
