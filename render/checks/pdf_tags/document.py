"""A PDF as the checks ask about it: its tag tree with paths, and facts outside the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from render.inspection.opened import opened_pdf, tag_tree
from render.pdf_reading import Tag, TagTree, Words
from render.pdf_reading.reader import reading
from render.plugins import CheckedFile

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


@dataclass(frozen=True, slots=True)
class Node:
    """An element with the elements around it, the outermost first."""

    tag: Tag
    parents: tuple[Tag, ...]

    @property
    def path(self) -> str:
        """The types from the root to the element, as `Document > Sect > P`, and its page."""
        names = " > ".join(tag.name for tag in (*self.parents, self.tag))
        page = first_page(self.tag)
        return f"page {page}, {names}" if page else names


@dataclass(frozen=True, slots=True)
class Facts:
    """What the tree does not say.

    `loose_links` counts link annotations without a place in the tree; `form_marks`
    and `untabbed` are numbers of pages: with marked content inside a form, and with
    annotations but no order of the Tab key. `boxes` are the pages' sizes in points.
    """

    marked: bool
    shows_title: bool
    loose_links: int
    form_marks: tuple[int, ...]
    untabbed: tuple[int, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


class Document:
    """One PDF. Raises ValueError when it cannot be read.

    `written` is the text of each block of the article it was made from, where that is known.
    """

    def __init__(self, file: CheckedFile, written: frozenset[str] = frozenset()) -> None:
        self.tree: TagTree = tag_tree(file)
        self.facts = file.read_once(_facts)
        self.written = written

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every element in order, with its path."""
        return tuple(node for child in self.tree.children for node in _nodes(child, ()))

    def having(self, *roles: str) -> Iterator[Node]:
        """The elements of these standard types."""
        return (node for node in self.nodes if {node.tag.role, node.tag.name}.intersection(roles))


def first_page(tag: Tag) -> int | None:
    """The page on which an element begins, or None where it holds nothing."""
    for each in tag.tags():
        for child in each.children:
            if not isinstance(child, Tag):
                return child.page
    return None


def last_page(tag: Tag) -> int | None:
    """The page on which an element ends, or None where it holds no text."""
    pages = [c.page for each in tag.tags() for c in each.children if isinstance(c, Words)]
    return max(pages, default=None)


def elements(tag: Tag) -> tuple[Tag, ...]:
    """The elements directly inside another."""
    return tuple(child for child in tag.children if isinstance(child, Tag))


def _nodes(tag: Tag, parents: tuple[Tag, ...]) -> Iterator[Node]:
    yield Node(tag, parents)
    for child in elements(tag):
        yield from _nodes(child, (*parents, tag))


def _facts(file: CheckedFile) -> Facts:
    with reading():
        return _read(opened_pdf(file))


def _read(pdf: Pdf) -> Facts:
    pages = [(number, page.obj) for number, page in enumerate(pdf.pages, 1)]
    links = [link for _, page in pages for link in _links(page)]
    return Facts(
        marked=_is_set(pdf.Root.get("/MarkInfo"), "/Marked"),
        shows_title=_is_set(pdf.Root.get("/ViewerPreferences"), "/DisplayDocTitle"),
        loose_links=sum("/StructParent" not in link for link in links),
        form_marks=tuple(number for number, page in pages if _has_marked_form(page, 0)),
        untabbed=tuple(n for n, page in pages if _links(page) and page.get("/Tabs") != "/S"),
        boxes=tuple(_box(page) for _, page in pages),
    )


def _is_set(owner: Object | None, name: str) -> bool:
    return owner is not None and bool(owner.get(name, False))


def _links(page: Object) -> list[Object]:
    return [each for each in page.get("/Annots", []) if each.get("/Subtype") == "/Link"]


def _box(page: Object) -> tuple[float, float, float, float]:
    while "/MediaBox" not in page and "/Parent" in page:
        page = page["/Parent"]
    left, low, right, top = (float(each) for each in page["/MediaBox"])
    return left, low, right, top


def _has_marked_form(owner: Object, depth: int) -> bool:
    """Marked content inside a form: its numbers are not those of the page (ISO 32000-2, 14.7.5)."""
    resources = owner.get("/Resources")
    forms = resources.get("/XObject") if resources is not None else None
    for _, form in forms.items() if forms is not None else ():
        if form.get("/Subtype") != "/Form" or "/StructParents" in form or depth > 4:
            continue
        if b"/MCID" in form.read_bytes() or _has_marked_form(form, depth + 1):
            return True
    return False
