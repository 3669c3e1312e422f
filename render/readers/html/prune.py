"""What is left out of the located article, each piece by a rule with a name.

No rule may remove 30 % or more of the article's prose in one step, nor a class
name 25 % of the page's, unless the name says comments or related stories.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.dom import Account, Element, class_words, classes, is_hidden, roles
from render.dom.pictures import is_file_name
from render.readers.html.boxes import (
    is_contents,
    is_in_sentence,
    is_teaser,
    is_written_list,
    shows_picture,
)
from render.readers.html.chrome import chrome_rule
from render.readers.html.density import Densities
from render.readers.html.words import LABELS, SPOKEN_CLASSES

_STEP_SHARE = 0.30
_NAME_SHARE = 0.25
# A page that hides more than this means to show it by script.
_HIDDEN_SHARE = 0.75
_LABEL_CHARACTERS = 25
_LONGEST_LABEL = max(map(len, LABELS))
_LABEL_TAGS = frozenset({"p", "div", "section", "aside", "li"})
_LABELLED = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption", "figcaption", "dt", "figure"}
)
_LONELY_HEADINGS = 2
_PROSE_CHARACTERS = 80
_MEDIA = ("img", "picture", "video", "audio", "iframe", "table", "pre", "math", "figure")
_BLOCKS = frozenset({"div", "section", "ul", "ol", "table", "form", "fieldset", "aside", "p", "dl"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = frozenset(
    {"figure", "figcaption", "table", "img", "picture", "tr", "td", "th", "tbody", "span", "em"}
)


@dataclass(slots=True)
class _Page:
    """The prose that one step may be measured against, and the places to link to."""

    article_prose: int
    page_prose: int
    region: Element
    names: frozenset[str] = frozenset()
    hidden_prose: int = 0

    def place_names(self) -> frozenset[str]:
        """What a link inside the page can point to."""
        if not self.names:
            nodes = [node.attributes for node in self.region.elements() if node.attributes]
            self.names = frozenset(at.get("id") or at.get("name", "") for at in nodes) - {""}
        return self.names

    def visible(self, prose: int) -> bool:
        """Whether enough is left to see when this much more is hidden."""
        if self.hidden_prose + prose > _HIDDEN_SHARE * max(self.article_prose, 1):
            return False
        self.hidden_prose += prose
        return True


def prune(region: Element, densities: Densities, page_prose: int, account: Account) -> None:
    """Take chrome out of `region`, listing each subtree in `account`."""
    prose = sum(_density(child, densities) for child in _children(region))
    page = _Page(prose, page_prose, region)
    stack = list(reversed(_children(region)))
    pruned = 0
    begun = False
    while stack:
        element = stack.pop()
        rule = _rule(element, densities, page)
        if rule is None and not begun:
            begun = _is_paragraph(element, densities)
            rule = "dateline" if _is_dateline(element, densities) else None
        if rule is not None and _may(element, rule, densities, page):
            account.drop(element, rule)
            element.detach()
            pruned += 1
            continue
        if rule == "hidden":
            _unhide(element)
        stack.extend(reversed(_children(element)))
    _drop_lonely_headings(region, min(pruned, _LONELY_HEADINGS), account)


def _children(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _density(element: Element, densities: Densities) -> int:
    return densities[element].prose if element in densities else 0


def _may(element: Element, rule: str, densities: Densities, page: _Page) -> bool:
    prose = _density(element, densities)
    if rule == "hidden":
        return page.visible(prose)
    if rule in {"discussion", "related"}:
        return prose < max(page.article_prose, 1) * 0.5 or prose == 0
    if rule.endswith("named-chrome") and prose >= _NAME_SHARE * max(page.page_prose, 1):
        return False
    return prose < _STEP_SHARE * max(page.article_prose, 1)


def _rule(element: Element, densities: Densities, page: _Page) -> str | None:
    if is_hidden(element):
        return "hidden"
    if element.tag == "footer" and _in_quote(element):
        return None
    if _says_nothing(element, densities):
        return "label"
    if classes(element) & SPOKEN_CLASSES:
        return None if _labels_something(element) else "visually-hidden"
    named = chrome_rule(element)
    if named is not None:
        return None if _is_content(element, named, densities) else named
    if element.tag == "aside" and is_teaser(element, densities):
        return "teaser"
    return _link_rule(element, densities, page)


def _is_paragraph(element: Element, densities: Densities) -> bool:
    return element.tag == "p" and _density(element, densities) > _PROSE_CHARACTERS


def _is_dateline(element: Element, densities: Densities) -> bool:
    """A short line above the text that gives a date: it is in the metadata."""
    if element not in densities or element.tag not in {"p", "div", "time", "ul"}:
        return False
    if not 0 < densities[element].characters <= _PROSE_CHARACTERS:
        return False
    return element.tag == "time" or element.find("time") is not None


def _says_nothing(element: Element, densities: Densities) -> bool:
    """Whether the whole block is a word such as "Advertisement"."""
    if element.tag not in _LABEL_TAGS or element not in densities:
        return False
    if not 0 < densities[element].characters <= _LONGEST_LABEL:
        return False
    return element.text().strip(" .:…!>»›").casefold() in LABELS and not element.find(*_MEDIA)


def _labels_something(element: Element) -> bool:
    """Whether hidden words belong to a heading, a cell, a caption or a link with text.

    The name of a picture's file, which Drupal hides above each picture, belongs to none.
    """
    if is_file_name(element.text()):
        return False
    for above in element.ancestors():
        if above.tag in _LABELLED:
            return True
        if above.tag == "a":
            return len(above.text()) > len(element.text()) and "skip" not in class_words(above)
    return False


def _in_quote(element: Element) -> bool:
    return any(node.tag in {"blockquote", "figure"} for node in element.ancestors())


def _is_content(element: Element, rule: str, densities: Densities) -> bool:
    """A name alone does not make a table of data, a figure or a heading into chrome."""
    if rule not in {"named-chrome", "weakly-named-chrome"}:
        return False
    if is_in_sentence(element, densities):
        return True
    weak = rule == "weakly-named-chrome"
    if (weak and densities[element].prose > _PROSE_CHARACTERS) or shows_picture(element, weak=weak):
        return True
    if element.tag == "math" or element.find("math") is not None:
        return True
    if element.tag in _HEADINGS or element.tag in {"p", "blockquote", "pre", "code"}:
        return densities[element].link_share < 0.5 and densities[element].prose > _PROSE_CHARACTERS
    if element.tag in _PARTS:
        return densities[element].link_share < 0.5
    return False


def _link_rule(element: Element, densities: Densities, page: _Page) -> str | None:
    """Lists and boxes of links with hardly any prose."""
    if element.tag not in _BLOCKS or element not in densities:
        return None
    density = densities[element]
    if density.link_share <= 0.66 or density.prose >= _PROSE_CHARACTERS or element.tag == "p":
        return None
    if element.find(*_MEDIA) is not None:
        return None
    links = [node for node in element.elements() if node.tag == "a"]
    if len(links) < 3 or any("doc-noteref" in roles(node) for node in links):
        return None
    if is_written_list(element, densities) or is_contents(links, page.place_names()):
        return None
    # Long link texts between paragraphs are what the article tells, not a way out of it.
    return None if density.link_characters / len(links) > _LABEL_CHARACTERS else "links"


def _unhide(element: Element) -> None:
    """It holds too much of the article to be meant as hidden: a script would show it."""
    for name in ("hidden", "aria-hidden"):
        element.attributes.pop(name, None)
    style = element.attributes.get("style", "")
    element.attributes["style"] = re.sub(r"(?i)(display|visibility)\s*:[^;]*;?", "", style)


def _drop_lonely_headings(region: Element, limit: int, account: Account) -> None:
    """A heading at the very end has nothing to head: what it headed was chrome."""
    for _ in range(limit):
        last = _last_solid(region)
        if last is None or last.tag not in _HEADINGS:
            return
        account.drop(last, "heading-of-nothing")
        last.detach()


def _last_solid(region: Element) -> Element | None:
    order = list(region.elements())
    for node in reversed(order):
        if node.tag in _MEDIA:
            return node
        if any(isinstance(child, str) and child.strip() for child in node.children):
            return next(
                (above for above in [node, *node.ancestors()] if above.tag in _HEADINGS), node
            )
    return None
