"""What attributes say: language, direction, id, visibility, classes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

from render.dom.account import Account
from render.dom.tree import SILENT_TAGS, Element
from render.language import canonical
from render.model import Direction

_HIDDEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_CONTROLS = frozenset(
    "button input select textarea option optgroup datalist progress meter output".split()
)
_WORD = re.compile(r"[a-zA-Z][a-z]+|[A-Z]+|[a-z]+")


def node_attributes(element: Element, account: Account) -> dict[str, Any]:
    """The `lang` and `dir` that the element's node carries, as keyword arguments."""
    found: dict[str, Any] = {}
    lang = element.get("lang") or element.get("xml:lang")
    if lang:
        tag = canonical(lang)
        if tag is None:
            account.warn("HTML-009", f"'{lang[:40]}' is no language tag", element, "use BCP 47: fr")
        else:
            found["lang"] = tag
    direction = element.get("dir").lower()
    if direction in {"ltr", "rtl", "auto"}:
        found["dir"] = cast("Direction", direction)
    return found


def roles(element: Element) -> frozenset[str]:
    """The ARIA roles and EPUB types of the element, in lower case."""
    return frozenset(f"{element.get('role')} {element.get('epub:type')}".lower().split())


def class_words(element: Element) -> frozenset[str]:
    """The words of class and id in lower case: `wp-captionText` gives wp, caption, text."""
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return _names_words(names) if len(names) > 1 else frozenset()


# Templates repeat their names: five in six look-ups of a page are answered from here.
@lru_cache(maxsize=4096)
def _names_words(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(names))


def classes(element: Element) -> frozenset[str]:
    """The class names of the element in lower case."""
    return frozenset(element.get("class").lower().split())


def omission_rule(element: Element, account: Account) -> str | None:
    """The rule by which the element is no text of the article, or None."""
    if element.tag in SILENT_TAGS:
        # A `title` that nobody closed swallows what follows: that is listed.
        return "title-element" if element.tag == "title" else "silent"
    if account.keep_all:
        return None
    if element.tag in _CONTROLS:
        return "form-control"
    if element.tag == "noscript":
        return "noscript"
    if element.tag == "dialog" and "open" not in element.attributes:
        return "hidden"
    return "hidden" if is_hidden(element) else None


def is_hidden(element: Element) -> bool:
    """Whether browsers or screen readers are told to pass over the element."""
    attributes = element.attributes
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true" and element.tag != "img":
        return True
    style = attributes.get("style", "")
    if not style or _HIDDEN_STYLE.search(style) is None:
        return False
    # Formulas are hidden from view, for screen readers, beside a picture of themselves.
    return element.find("math") is None
