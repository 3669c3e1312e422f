"""What a box or a list of links in an article is: a way out of it, or a part of it."""

from __future__ import annotations

from render.dom import Element, class_words
from render.readers.html.density import Densities

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PICTURES = ("img", "picture", "video")
_LISTS = frozenset({"ul", "ol", "dl"})
_LEAST_LINKS = 3
_LINKED_SHARE = 0.9
# More than this under each linked heading is told here, not only announced.
_EXCERPT_CHARACTERS = 300
_LEAST_PARAGRAPHS = 3


def is_teaser(box: Element, densities: Densities) -> bool:
    """Whether all its headings lead to other pages, with no more than an excerpt beside them."""
    headings = [node for node in box.elements() if node.tag in _HEADINGS and node.text()]
    if not headings or not all(_leads_out(heading, densities) for heading in headings):
        return False
    return densities[box].prose <= _EXCERPT_CHARACTERS * len(headings)


def is_contents(links: list[Element], names: frozenset[str]) -> bool:
    """Whether its links lead to places in the article: a list of contents, or notes."""
    inside = sum(link.get("href")[1:] in names for link in links if link.get("href")[:1] == "#")
    return len(links) >= _LEAST_LINKS and inside >= _LINKED_SHARE * len(links)


def is_written_list(element: Element, densities: Densities) -> bool:
    """Whether a list is the author's: without a name, among the article's paragraphs.

    Templates put their lists into boxes of their own, and name them for the style sheet.
    """
    parent = element.parent
    if element.tag not in _LISTS or element.get("class") or element.get("id") or parent is None:
        return False
    paragraphs = 0
    for sibling in parent.children:
        if isinstance(sibling, Element) and sibling.tag == "p" and densities[sibling].prose:
            paragraphs += 1
    return paragraphs >= _LEAST_PARAGRAPHS


def is_in_sentence(element: Element, densities: Densities) -> bool:
    """Whether it is a word or a phrase of a paragraph: chrome stands on lines of its own."""
    parent = element.parent
    if element.is_block or parent is None or not densities[element].characters:
        return False
    beside = any(isinstance(child, str) and len(child.strip()) > 1 for child in parent.children)
    block = next((above for above in element.ancestors() if above.is_block), None)
    return beside and block is not None and (block.tag == "p" or densities[block].prose > 0)


def shows_picture(element: Element, *, weak: bool) -> bool:
    """Whether it holds a figure's main picture, or (when its name says little) a captioned one."""
    picture = element.find(*_PICTURES)
    if picture is None:
        return False
    figure = next((above for above in element.ancestors() if above.tag == "figure"), None)
    if figure is not None and figure.find(*_PICTURES) is picture:
        return True
    return weak and any(
        node.tag == "figcaption" or "caption" in class_words(node) for node in element.elements()
    )


def _leads_out(heading: Element, densities: Densities) -> bool:
    if densities[heading].link_share < _LINKED_SHARE:
        # The heading of a card may stand in one link around all of it.
        return any(_is_way_out(above) for above in heading.ancestors())
    return any(_is_way_out(node) for node in heading.elements())


def _is_way_out(node: Element) -> bool:
    return (
        node.tag == "a"
        and not node.get("href").startswith(("#", "mailto:"))
        and bool(node.get("href"))
    )
