"""Pictures that a script would load: their fallback in `noscript` is the real one."""

from __future__ import annotations

from render.dom import Element
from render.dom.pictures import address, named_picture


def recover_images(root: Element) -> None:
    """Put each picture of a `noscript` where it belongs, over its placeholder or beside it.

    A figure without any picture gets the one that its microdata names.
    """
    found = [node for node in root.elements() if node.tag in {"figure", "noscript"}]
    for element in [node for node in found if node.tag == "figure"]:
        named = named_picture(element)
        if named and element.find("img", "video", "audio", "iframe", "table", "pre") is None:
            element.children.insert(0, Element("img", {"src": named}, element))
            element.has_block = True
    for element in [node for node in found if node.tag == "noscript"]:
        picture = element.find("img")
        parent = element.parent
        if picture is None or parent is None or len(element.text()) > 0 or not address(picture):
            continue
        placeholder = _placeholder(element, parent)
        if placeholder is None:
            at = next(i for i, child in enumerate(parent.children) if child is element)
            picture.detach()
            parent.children.insert(at, picture)
            picture.parent = parent
        elif not address(placeholder) or address(placeholder) == placeholder.get("src"):
            placeholder.attributes.update(picture.attributes)
        element.detach()


def _placeholder(element: Element, parent: Element) -> Element | None:
    """The picture right before or after, alone or as all that its wrapper holds."""
    siblings = [c for c in parent.children if isinstance(c, Element) or c.strip()]
    at = next(i for i, child in enumerate(siblings) if child is element)
    for near in (at - 1, at + 1):
        sibling = siblings[near] if 0 <= near < len(siblings) else None
        if not isinstance(sibling, Element):
            continue
        if sibling.tag == "img":
            return sibling
        inside = sibling.find("img")
        if inside is not None and not sibling.text():
            return inside
    return None
