"""Which elements are named or marked as chrome: navigation, sharing, comments, advertising."""

from __future__ import annotations

import re

from render.dom import Element, class_words, roles
from render.readers.html.words import (
    ARTICLE_WORDS,
    ASIDE_STEMS,
    ASIDE_WORDS,
    CHROME_ROLES,
    CHROME_STEMS,
    CHROME_TAGS,
    CHROME_WORDS,
    DISCUSSION_STEMS,
    DISCUSSION_WORDS,
    WEAK_WORDS,
)

_NEVER = frozenset({"html", "body", "main", "article"})
_PART_ROLES = frozenset({"doc-pullquote", "doc-footnote", "doc-endnotes", "note"})


def chrome_rule(element: Element) -> str | None:
    """The rule that calls the element chrome by its tag, role or name; None for content."""
    if element.tag in _NEVER or (not element.attributes and element.tag not in CHROME_TAGS):
        return None
    found_roles = roles(element)
    if found_roles & _PART_ROLES:
        return None
    if element.tag in CHROME_TAGS:
        return "footer" if element.tag == "footer" else "navigation"
    if found_roles & CHROME_ROLES:
        return "role"
    return _name_rule(element)


def _name_rule(element: Element) -> str | None:
    words = class_words(element)
    if not words:
        return None
    if words & DISCUSSION_WORDS or _begins(words, DISCUSSION_STEMS):
        return "discussion"
    if words & ASIDE_WORDS or _begins(words, ASIDE_STEMS):
        return "related"
    named = words & CHROME_WORDS
    if words & ARTICLE_WORDS and not (named and _is_only_numbered(element, named)):
        return None
    if named and named <= WEAK_WORDS:
        return "weakly-named-chrome"
    if named or _begins(words, CHROME_STEMS):
        return "named-chrome"
    return None


def _is_only_numbered(element: Element, named: frozenset[str]) -> bool:
    """Whether the class says chrome and only the id speaks of a post: `like-post-wrapper-67`."""
    if "class" not in element.attributes or not re.search(r"\d", element.get("id")):
        return False
    kind = class_words(Element(element.tag, {"class": element.attributes["class"]}))
    return bool(kind & named) and not kind & ARTICLE_WORDS


def _begins(words: frozenset[str], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words)
