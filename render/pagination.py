"""The pagination: which printed page each element starts on, read from the PDF's layout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageStart:
    """A printed page and the first element whose text starts on it.

    `label` is the folio as printed. `element` is an id of the article (a sentence
    or a block); empty when no element starts on the page.
    """

    label: str
    element: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """Every printed page, in order."""

    pages: tuple[PageStart, ...]
