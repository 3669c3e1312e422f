"""The printed pages as one part of the edition sees them."""

from __future__ import annotations

from itertools import takewhile

from render.edition.parts import Part
from render.pagination import PageStart, Pagination


def within(pagination: Pagination | None, part: Part) -> Pagination | None:
    """The pages that begin in the part, by its own ids.

    The front page also has those on which nothing of it begins, such as the second page of
    contents: their `element` is empty.
    """
    if pagination is None:
        return None
    if part.kind == "front":
        front = takewhile(lambda page: not _is_inner(page.element), pagination.pages)
        return Pagination(tuple(front))
    return Pagination(
        tuple(
            PageStart(page.label, page.element.removeprefix(part.prefix))
            for page in pagination.pages
            if page.element.startswith(part.prefix)
        )
    )


def _is_inner(element: str) -> bool:
    # The ids of the front page are those of an article's head, and have no number first.
    first, _, rest = element.partition("-")
    return bool(rest) and first[:1] in {"a", "s"} and first[1:].isdecimal()
