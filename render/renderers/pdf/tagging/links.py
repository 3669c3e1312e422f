"""One annotation for each link on each page, however many lines and inner elements it has."""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element

from render.renderers.pdf.layout import LaidOut, points
from render.renderers.pdf.tagging.builder import Builder
from render.renderers.pdf.tagging.nodes import LinkArea
from render.renderers.pdf.untyped import Box

# Kind, target, rectangle in pixels, and the box that has it.
_Link = tuple[str, str, tuple[float, float, float, float], Box]


def merge_links(laid_out: LaidOut, builder: Builder) -> None:
    """Leave one link a page and element in the layout, and hang its area under its node.

    WeasyPrint makes an annotation of each box in a link: of each line, of emphasis in it.
    """
    for number, page in enumerate(laid_out.document.pages):
        by_element: dict[Element, list[_Link]] = defaultdict(list)
        for link in page.links:
            element = next(
                (each for each in laid_out.dom.ancestry(link[3].element) if each.tag == "a"), None
            )
            if element is not None:
                by_element[element].append(link)
        page.links = []
        for element, links in by_element.items():
            node = builder.node(element)
            if node is None or node.element is not element:
                continue  # hidden from readers, so it may not take the focus either
            own = [link for link in links if link[3].element_tag == "a"] or links
            kind, target, _, box = own[0]
            rectangles = [link[2] for link in own]
            page.links.append((kind, target, _union(rectangles), box))
            quads = tuple(
                (*points(page, x1, y2), *points(page, x2, y1)) for x1, y1, x2, y2 in rectangles
            )
            # After the words it belongs to, on each page.
            places = [c.place for c in node.contents() if c.leaf.page <= number]
            node.kids.append(LinkArea(number, box, quads, max(places, default=node.place) + 0.01))
            node.kids.sort(key=lambda kid: kid.place)


def _union(rectangles: list[tuple[float, float, float, float]]) -> tuple[float, ...]:
    left, top, right, bottom = zip(*rectangles, strict=True)
    return (min(left), min(top), max(right), max(bottom))
