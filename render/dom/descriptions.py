"""Extended descriptions: what `aria-details` leads to, moved into its picture's figure."""

from __future__ import annotations

from render.dom.account import Account
from render.dom.attributes import roles
from render.dom.notes import clear_container, elements_by_id
from render.dom.tree import Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def find_descriptions(region: Element, root: Element, account: Account) -> None:
    """Move each description to its picture, from wherever it stands in `root`.

    `aria-details` names the description itself or, as W3C's Publishing guidance has
    it, a visible link to it.
    """
    pictures = [
        node for node in region.elements() if node.tag == "img" and node.get("aria-details")
    ]
    if not pictures:
        return
    by_id = elements_by_id(root.elements())
    for picture in pictures:
        link = by_id.get(picture.attributes.pop("aria-details").strip())
        target = link
        if link is not None and link.tag == "a" and link.get("href").startswith("#"):
            target = by_id.get(link.get("href")[1:])
        if target is None or target.parent is None or target in set(picture.ancestors()):
            continue
        _move(picture, target, account)
        if link is not None and link is not target:
            account.drop(link, "description-link")
            link.detach()
        container = target.parent
        target.detach()
        clear_container(container, region, "description-heading", account)


def _move(picture: Element, target: Element, account: Account) -> None:
    figure = next((node for node in picture.ancestors() if node.tag == "figure"), None)
    if figure is None:
        figure = _wrapped(picture)
    holder = Element("div", {"class": "long-description"})
    for child in list(target.children):
        if isinstance(child, Element) and child.tag in _HEADINGS:
            account.drop(child, "description-heading")
        else:
            holder.children.append(child)
            if isinstance(child, Element):
                child.parent = holder
    for node in list(holder.elements()):
        if "doc-backlink" in roles(node):
            account.drop(node, "description-backlink")
            node.detach()
    holder.has_block = True
    figure.append(holder)
    for node in (figure, *figure.ancestors()):
        node.has_block = True


def _wrapped(picture: Element) -> Element:
    """A figure around a picture that stands in none."""
    figure = Element("figure")
    parent = picture.parent
    if parent is not None:
        at = next(i for i, child in enumerate(parent.children) if child is picture)
        parent.children[at] = figure
        figure.parent = parent
    figure.append(picture)
    return figure
