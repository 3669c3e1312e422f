"""The pagination: which printed page each element starts on, read from the PDF's layout."""

from dataclasses import dataclass


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


def page_starts(pagination: Pagination | None) -> dict[str, tuple[str, ...]]:
    """The folios whose page each element opens, each folio once, in order.

    An element that fills pages to the end of a later one has the folios of all of them:
    who looks for such a page lands where its text begins.
    """
    starts: dict[str, tuple[str, ...]] = {}
    known: set[str] = set()
    for page in pagination.pages if pagination else ():
        if page.element and page.label not in known:
            known.add(page.label)
            starts[page.element] = (*starts.get(page.element, ()), page.label)
    return starts
