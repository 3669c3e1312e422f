"""The structure tree with its text (ISO 32000-2, 14.7 and 14.8)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from render.pdf_reading.content import PAGE, PageContent
from render.pdf_reading.fonts import Decoder
from render.pdf_reading.values import Annotation, OutlineItem, Tag, TagTree, Words

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def read_tree(data: bytes) -> TagTree:
    """The tag tree of a PDF; without children where the file is untagged.

    Raises ValueError when the bytes are not a PDF or its structure is broken.
    """
    with reading():
        return tree_of(open_pdf(data))


def open_pdf(data: bytes) -> Pdf:
    """The PDF as pikepdf has it, open for as long as someone holds it."""
    # A quarter of a second, and only checks of PDFs need it.
    import pikepdf

    return pikepdf.open(io.BytesIO(data))


def tree_of(pdf: Pdf) -> TagTree:
    """The tag tree of an open PDF."""
    return _Reader(pdf).tree()


@contextmanager
def reading() -> Iterator[None]:
    """Raise ValueError for whatever pikepdf raises on what is no PDF, or a broken one."""
    import pikepdf

    try:
        yield
    except (pikepdf.PdfError, KeyError, TypeError, AttributeError, IndexError) as error:
        # It calls data in memory by its address.
        said = re.sub(r"^stream <[^>]*>: ", "", str(error))
        raise ValueError(f"the PDF cannot be read: {said}") from error


class _Reader:
    def __init__(self, pdf: Pdf) -> None:
        decoders: dict[Any, Decoder] = {}
        self._pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._content = {
            number: PageContent(page.obj, number, decoders)
            for number, page in enumerate(pdf.pages, 1)
        }
        root = pdf.Root.get("/StructTreeRoot")
        self._root = root
        self._roles = {
            name.lstrip("/"): str(role).lstrip("/")
            for name, role in (root.get("/RoleMap", {}) if root is not None else {}).items()
        }

    def tree(self) -> TagTree:
        kids = _list(self._root.get("/K")) if self._root is not None else []
        children = tuple(self._tag(kid, 0) for kid in kids)
        pages = self._content.values()
        return TagTree(
            lang=str(self._pdf.Root.get("/Lang", "")),
            title=str(self._pdf.docinfo.get("/Title", "")) or self._xmp_title(),
            children=children,
            outline=tuple(self._outline(self._pdf.Root.get("/Outlines"), 1)),
            artifacts=tuple(artifact for page in pages for artifact in page.artifacts),
            untagged=tuple(words for page in pages for words in page.untagged),
            page_labels=tuple(str(page.label) for page in self._pdf.pages),
        )

    def _xmp_title(self) -> str:
        with self._pdf.open_metadata() as metadata:
            return str(metadata.get("dc:title", ""))

    def _tag(self, element: Object, page: int) -> Tag:
        page = self._page(element, page)
        name = str(element["/S"]).lstrip("/")
        # To ask pikepdf for a key that is missing takes 2 µs, and most of these are.
        has = dict(element.items()).get
        namespace = has("/NS")
        return Tag(
            name=name,
            role=self._role(name),
            children=tuple(self._kids(has("/K"), page)),
            id=_text(has("/ID")) or "",
            lang=_text(has("/Lang")) or "",
            alt=_text(has("/Alt")),
            actual_text=_text(has("/ActualText")),
            expansion=_text(has("/E")),
            namespace=_text(namespace["/NS"]) or "" if namespace is not None else "",
            attributes=dict(_attributes(has("/A"))),
            references=tuple(_text(each.get("/ID")) or "" for each in _list(has("/Ref"))),
            attached=tuple(_media_type(each) for each in _list(has("/AF"))),
        )

    def _kids(self, kids: Object | None, page: int) -> Iterator[Tag | Words | Annotation]:
        for kid in _list(kids):
            if isinstance(kid, int):
                yield self._words((PAGE, kid), page)
            elif kid.get("/Type") == "/MCR":
                owner = kid["/Stm"].objgen if "/Stm" in kid else PAGE
                yield self._words((owner, int(kid["/MCID"])), self._page(kid, page))
            elif kid.get("/Type") == "/OBJR":
                yield self._annotation(kid["/Obj"], self._page(kid, page))
            else:
                yield self._tag(kid, page)

    def _words(self, key: tuple[tuple[int, int], int], page: int) -> Words:
        return Words(self._content[page].texts.get(key, ""), page)

    def _annotation(self, annotation: Object, page: int) -> Annotation:
        action: Any = annotation.get("/A", {})
        target = action.get("/URI")
        if target is None:
            inside = annotation.get("/Dest", action.get("/SD", action.get("/D", "")))
            target = f"#{_place(inside)}"
        return Annotation(
            target=str(target),
            contents=_text(annotation.get("/Contents")) or "",
            page=page,
            quads=len(annotation.get("/QuadPoints", ())) // 8,
        )

    def _page(self, holder: Object, inherited: int) -> int:
        page = holder.get("/Pg")
        return self._pages[page.objgen] if page is not None else inherited

    def _role(self, name: str) -> str:
        seen = set()
        while name in self._roles and name not in seen:
            seen.add(name)
            name = self._roles[name]
        return name

    def _outline(self, parent: Object | None, level: int) -> Iterator[OutlineItem]:
        item = parent.get("/First") if parent is not None else None
        while item is not None:
            element = item.get("/SE")
            kind = str(element["/S"]).lstrip("/") if element is not None else ""
            yield OutlineItem(str(item["/Title"]), level, kind)
            yield from self._outline(item, level + 1)
            item = item.get("/Next")


def _place(destination: Object | str) -> str:
    """A destination's name, or the type of the element that a structure destination leads to."""
    import pikepdf

    if isinstance(destination, pikepdf.Array) and len(destination):
        first = destination[0]
        kind = first.get("/S", "") if isinstance(first, pikepdf.Dictionary) else ""
        return str(kind).lstrip("/")
    is_name = isinstance(destination, pikepdf.Name | pikepdf.String)
    return str(destination).lstrip("/") if is_name else ""


def _attributes(owner: Object | None) -> Iterator[tuple[str, str]]:
    for each in _list(owner):
        if isinstance(each, int):
            continue
        group = str(each["/O"]).lstrip("/")
        for name, value in each.items():
            if name not in {"/O", "/NS"}:
                yield f"{group}{name.replace('/', '.')}", _plain(value)


def _media_type(file: Object) -> str:
    return str(file["/EF"]["/F"].get("/Subtype", "")).lstrip("/")


def _plain(value: Object) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return " ".join(_plain(each) for each in value)
    return str(value).lstrip("/")


def _list(value: Object | None) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _text(value: Object | None) -> str | None:
    return None if value is None else str(value)
