"""Each page: its boxes inside each other, and nothing on it but what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from render.checks.pdf_x.faults import Fault

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_Box = tuple[float, float, float, float]
_TOLERANCE_PT = 0.01
# ISO 15930-7: what a press itself adds.
_OF_THE_PRESS = frozenset({"/TrapNet", "/PrinterMark"})


def pages(pdf: Pdf) -> Iterator[Fault]:
    """Faults of page boxes and annotations."""
    for number, page in enumerate(pdf.pages, 1):
        yield from _boxes(page, number)
        yield from _annotations(page, number)


def _boxes(page: Page, number: int) -> Iterator[Fault]:
    held = [name for name in ("TrimBox", "ArtBox") if f"/{name}" in page.obj]
    if len(held) != 1:
        which = "both a TrimBox and an ArtBox" if held else "no TrimBox"
        yield Fault("PDFX-120", f"the page has {which}", number)
        return
    trim, bleed, media = _box(page, held[0]), _box(page, "BleedBox"), _box(page, "MediaBox")
    if trim is None or media is None:
        yield Fault("PDFX-120", "a box of the page is not a rectangle", number)
        return
    bleed = bleed or trim
    if not _inside(trim, bleed):
        yield Fault("PDFX-121", f"the {held[0]} is not inside of the BleedBox", number)
    if not _inside(bleed, media):
        yield Fault("PDFX-121", "the BleedBox is not inside of the MediaBox", number)


def _annotations(page: Page, number: int) -> Iterator[Fault]:
    printed = _box(page, "BleedBox") or _box(page, "TrimBox") or _box(page, "MediaBox")
    annotations: Any = page.obj.get("/Annots", ())
    for each in annotations:
        kind = str(each.get("/Subtype", ""))
        area = _rectangle(each.get("/Rect"))
        if kind not in _OF_THE_PRESS and (area is None or printed is None or _meet(area, printed)):
            yield Fault("PDFX-122", f"a {kind[1:]} annotation lies on the printed area", number)


def _box(page: Page, name: str) -> _Box | None:
    return _rectangle(page.obj.get(f"/{name}"))


def _rectangle(box: Object | None) -> _Box | None:
    if box is None or len(box) != 4:
        return None
    left, bottom, right, top = map(float, box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _inside(inner: _Box, outer: _Box) -> bool:
    return (
        inner[0] >= outer[0] - _TOLERANCE_PT
        and inner[1] >= outer[1] - _TOLERANCE_PT
        and inner[2] <= outer[2] + _TOLERANCE_PT
        and inner[3] <= outer[3] + _TOLERANCE_PT
    )


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
