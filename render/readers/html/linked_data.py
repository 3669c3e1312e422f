"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from render.dom import Element

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting|Recipe|CreativeWork|WebPage)$")
# Comments and CDATA marks around the data, from the days of XHTML.
_WRAPPING = re.compile(
    r"^\s*(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?|-->)\s*;?\s*$"
)
_LENGTH_LIMIT = 500_000
_DEPTH_LIMIT = 6


def article_data(root: Element) -> Mapping[str, Any]:
    """The object that describes the article, or an empty mapping; never raises.

    An article type wins over a mere web page.
    """
    best: Mapping[str, Any] = {}
    best_rank = 0
    for script in root.elements():
        if script.tag != "script" or "ld+json" not in script.get("type").lower():
            continue
        for item in _objects(_parse("".join(script.texts())), 0):
            rank = _rank(item)
            if rank > best_rank:
                best, best_rank = item, rank
    return best


def names(value: object) -> list[str]:
    """The names in an author or publisher value: a text, an object, or a list of them."""
    if isinstance(value, str):
        return [value] if value.strip() and not value.startswith("http") else []
    if isinstance(value, Mapping):
        return names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value for name in names(item)]
    return []


def text(value: object) -> str:
    """A value as one text without entities and line ends, or empty."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    return value if isinstance(value, str) else ""


def _parse(content: str) -> object:
    content = _WRAPPING.sub("", content)
    if len(content) > _LENGTH_LIMIT:
        return None
    try:
        return json.loads(content, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _rank(item: Mapping[str, Any]) -> int:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
        return 0
    page_only = all(kind in {"WebPage", "CreativeWork"} for kind in kinds)
    return 1 if page_only else 2 + bool(text(item.get("headline")) or text(item.get("name")))
