"""The pagination: which printed page each element starts on, read from the PDF's layout."""

from dataclasses import dataclass

from render.model import Article, Break
from render.model.walk import walk


@dataclass(frozen=True, slots=True)
class PageStart:
    """A printed page and the first element whose text starts on it.

    `label` is the folio as printed. `element` is an id of the article (a sentence or a
    block): the first to start on the page, or where none does, the one that goes on
    there; empty on a page without text of the article.
    """

    label: str
    element: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """Every printed page, in order."""

    pages: tuple[PageStart, ...]


def has_own_pages(article: Article) -> bool:
    """Whether the article marks the pages of a printed edition itself."""
    return any(isinstance(node, Break) and node.kind == "page" for node in walk(article))


def page_starts(pagination: Pagination | None, article: Article) -> dict[str, tuple[str, ...]]:
    """The folios whose page each element opens, each folio once, in order.

    An element that fills pages to the end of a later one has the folios of all of them:
    who looks for such a page lands where its text begins. Pages that the article brings
    win, for a class that holds the printed edition goes by them: then there are none.
    """
    if has_own_pages(article):
        return {}
    starts: dict[str, tuple[str, ...]] = {}
    known: set[str] = set()
    for page in pagination.pages if pagination else ():
        if page.element and page.label not in known:
            known.add(page.label)
            starts[page.element] = (*starts.get(page.element, ()), page.label)
    return starts
