"""The head of the page: title, zoom, refresh, character set, and what it tells machines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from render.checks.page.document import Page, attribute, text_of
from render.checks.page.faults import Fault, error, warning
from render.inspection.placeholders import is_any_title

# Of a site, not of an article; a book may well have an index.
_EMPTY_TITLES = frozenset({"home", "index", "page"})
_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "Report", "ScholarlyArticle"})


def head(page: Page) -> Iterator[Fault]:
    """Faults of the head."""
    yield from _title(page)
    yield from _zoom(page)
    refresh = page.first("meta[http-equiv='refresh' i]")
    if refresh is not None:
        yield error("PAGE-113", "the page reloads or leaves by itself", refresh)
    if not re.search(r"<meta[^>]+charset", page.markup[:1024], re.IGNORECASE):
        yield warning("PAGE-112", "the first 1024 bytes do not say the character set")
    yield from _linked_data(page)


def _title(page: Page) -> Iterator[Fault]:
    node = page.first("head > title")
    title = text_of(node) if node is not None else ""
    if not title:
        yield error("PAGE-110", "the page has no title", node)
    elif title.casefold() in _EMPTY_TITLES or is_any_title(title):
        yield warning("PAGE-110", f"the title «{title}» says nothing about the page", node)


def _zoom(page: Page) -> Iterator[Fault]:
    node = page.first("meta[name='viewport' i]")
    if node is None:
        yield warning("PAGE-114", "no viewport is set, so telephones show the page in miniature")
        return
    content = attribute(node, "content").replace(" ", "").casefold()
    largest = re.search(r"maximum-scale=([\d.]+)", content)
    forbids = re.search(r"user-scalable=(no|0)\b", content) is not None
    if forbids or (largest and float(largest[1]) < 2):
        yield error("PAGE-111", "the page keeps readers from enlarging it", node)


def _linked_data(page: Page) -> Iterator[Fault]:
    """What search engines are told, against what the page says."""
    for node in page.css("script[type='application/ld+json']"):
        try:
            content = json.loads(node.text() or "")
        except ValueError as fault:
            yield error("PAGE-115", f"the linked data is no JSON: {fault}", node)
            continue
        for each in content if isinstance(content, list) else [content]:
            if isinstance(each, dict) and each.get("@type") in _ARTICLES:
                yield from _article(page, each)


def _article(page: Page, data: dict[str, Any]) -> Iterator[Fault]:
    heading = page.first("main h1") or page.first("h1")
    headline, shown = _flat(data.get("headline", "")), text_of(heading) if heading else ""
    if not headline:
        yield warning("PAGE-115", "the linked data has no headline")
    elif shown and _flat(shown) != headline and len(headline) < 110:
        yield warning("PAGE-116", f"the linked data calls the article «{headline}»", heading)
    lang, declared = str(data.get("inLanguage", "")), attribute(page.root, "lang")  # type: ignore[arg-type]
    if lang and declared and lang.casefold() != declared.casefold():
        message = f"the linked data says '{lang}' and the page '{declared}'"
        yield warning("PAGE-116", message, page.root)


def _flat(text: object) -> str:
    return " ".join(str(text).split())
