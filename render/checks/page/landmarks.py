"""Landmarks, headings and the ways past what repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.checks.page.document import (
    Page,
    ancestors,
    attribute,
    heading_text,
    is_inside,
    is_same,
    is_silent,
    name_of,
    role_of,
    text_of,
)
from render.checks.page.faults import Fault, error, warning

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What takes `header` and `footer` away from the page (html-aam-1.0).
_SECTIONS = frozenset({"article", "aside", "main", "nav", "section", "blockquote", "figure"})
_LANDMARKS = {
    "main": "main",
    "nav": "navigation",
    "aside": "complementary",
    "header": "banner",
    "footer": "contentinfo",
}


def landmarks(page: Page) -> Iterator[Fault]:
    """Faults of landmarks, headings and skip links."""
    found = _landmarks(page)
    if len(found["main"]) != 1:
        message = f"{len(found['main'])} main landmarks, where there should be one"
        yield error("PAGE-120", message, next(iter(found["main"][1:]), None))
    for role in ("banner", "contentinfo"):
        for node in found[role][1:]:
            yield error("PAGE-121", f"a second {role} landmark", node)
    for role in ("navigation", "complementary"):
        yield from _names(page, role, found[role])
    for node in page.css("h1, h2, h3, h4, h5, h6, [role='heading']"):
        if not is_silent(node) and not name_of(page, node):
            yield error("PAGE-123", "a heading without words", node)
    yield from _skipping(page, found)
    yield from _contents(page)


def _landmarks(page: Page) -> defaultdict[str, list[LexborNode]]:
    found: defaultdict[str, list[LexborNode]] = defaultdict(list)
    for node in page.elements:
        tag = node.tag or ""
        role = role_of(node)
        if not role and tag in {"header", "footer"}:
            inside = any(each.tag in _SECTIONS for each in ancestors(node))
            role = "" if inside else _LANDMARKS[tag]
        role = role or _LANDMARKS.get(tag, "") if tag not in {"header", "footer"} else role
        if role in _LANDMARKS.values() and not is_silent(node):
            found[role].append(node)
    return found


def _names(page: Page, role: str, nodes: list[LexborNode]) -> Iterator[Fault]:
    """Landmarks of one kind need names to be told apart."""
    if len(nodes) < 2:
        return
    seen: set[str] = set()
    for node in nodes:
        labelled = attribute(node, "aria-label") or attribute(node, "aria-labelledby")
        name = name_of(page, node).casefold() if labelled else ""
        if not name or name in seen:
            yield warning("PAGE-122", f"a {role} landmark that no name tells from the others", node)
        seen.add(name)


def _skipping(page: Page, found: defaultdict[str, list[LexborNode]]) -> Iterator[Fault]:
    """A first link past what repeats, where something stands before the content."""
    if not found["navigation"] or not found["main"]:
        return
    first = next((node for node in page.css("a[href]") if not is_silent(node)), None)
    if first is None:
        return
    target = page.by_id.get(attribute(first, "href").lstrip("#"))
    main = found["main"][0]
    if is_inside(first, main):
        return
    leads = target is not None and (is_same(target, main) or is_inside(target, main))
    if not attribute(first, "href").startswith("#"):
        yield warning("PAGE-130", "the first link does not lead past what repeats", first)
    elif target is not None and not leads and target.css_first("main") is None:
        yield warning("PAGE-130", "the skip link does not lead into the main content", first)


def _contents(page: Page) -> Iterator[Fault]:
    """A list of contents names its headings in their order."""
    order = {id_: number for number, id_ in enumerate(page.by_id)}
    for node in page.css("nav[role='doc-toc'], nav.contents, nav.toc, nav#contents"):
        last = -1
        for link in node.css("a[href^='#']"):
            place = order.get(attribute(link, "href")[1:])
            if place is None:
                continue  # told as a link to nowhere
            if place < last:
                yield warning("PAGE-132", f"«{text_of(link)}» is out of order", link)
            last = place
            yield from _entry(page, link)


def _entry(page: Page, link: LexborNode) -> Iterator[Fault]:
    target = page.by_id[attribute(link, "href")[1:]]
    heading = target if target.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else None
    heading = heading or target.css_first("h1, h2, h3, h4, h5, h6")
    if heading is not None and heading_text(heading).casefold() != text_of(link).casefold():
        message = f"the contents say «{text_of(link)}», the heading «{heading_text(heading)}»"
        yield warning("PAGE-133", message, link)
