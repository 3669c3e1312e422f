"""Byline, deck and date: who wrote it and what stands under the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from render.dates import iso_date
from render.dom import Element, class_words
from render.readers.html.chrome import chrome_rule
from render.readers.html.metadata import PageMetadata
from render.readers.html.words import BYLINE_LABELS, DISCUSSION_WORDS

_BYLINE_WORDS = frozenset({"byline", "author", "authors", "writtenby", "bylines"})
_DECK_WORDS = frozenset(
    {"standfirst", "deck", "dek", "subtitle", "subheadline", "subheading", "chapeau", "entradilla"}
)
_NO_BYLINE = frozenset({"meta", "link", "img", "body", "article", "h1", "h2", "h3", "li", "ul"})
_KICKER_WORDS = frozenset({"kicker", "eyebrow", "overline", "surtitre", "antetitulo"})
_BYLINE_CHARACTERS = 120
_DATELINE_CHARACTERS = 70
_NAME_CHARACTERS = 60
_DECK_CHARACTERS = 600
_PROSE = frozenset({"p", "li", "td", "dd", "figcaption"})
_DECK_TAGS = frozenset({"p", "div", "h2", "h3", "header", "section"})
_LABEL = re.compile(
    rf"^\s*(?:{'|'.join(map(re.escape, BYLINE_LABELS))})(?:\s*[:：]\s*|\s+)", re.IGNORECASE
)
# What follows a name: a separator, a date, "ago".
_TAIL = re.compile(
    r"\s*(?:[|·•–—]|\s-\s|\d{1,2}[./ ]).*$|\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2}).*$"
    r"|\s*,?\s*\d{4}.*$|\s+(?:před|il y a|vor|hace)$"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """What was found; `byline` and `deck` are the elements, for the caller to take out."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    byline: Element | None = None
    deck: Element | None = None
    kicker: Element | None = None


def find_credits(nodes: Sequence[Element], region: Element, metadata: PageMetadata) -> Credits:
    """The byline and deck nearest the page's beginning; declared authors win.

    `nodes` are all elements of the page, in order.
    """
    byline = next(_bylines(nodes), None)
    declared = tuple(_LABEL.sub("", name) for name in metadata.authors)
    authors = declared or (_authors(byline) if byline is not None else ())
    return Credits(
        authors=authors,
        published=metadata.published or _published(nodes),
        byline=byline,
        deck=next(_decks(nodes, region), None) or _described(nodes, region, metadata.description),
        kicker=next((node for node in nodes if _is_kicker(node)), None),
    )


def _bylines(nodes: Sequence[Element]) -> Iterator[Element]:
    for node in nodes:
        if not node.attributes or node.tag in _NO_BYLINE or not _names_author(node):
            continue
        text = node.text()
        if 1 < len(text) < _BYLINE_CHARACTERS and not _is_elsewhere(node) and _authors(node):
            yield node


def _names_author(node: Element) -> bool:
    marks = f"{node.get('rel')} {node.get('itemprop')}"
    if len(marks) > 1 and "author" in marks.lower().split():
        return True
    return ("class" in node.attributes or "id" in node.attributes) and bool(
        class_words(node) & _BYLINE_WORDS
    )


def _in_discussion(node: Element) -> bool:
    return any(class_words(above) & DISCUSSION_WORDS for above in node.ancestors())


def _is_elsewhere(node: Element) -> bool:
    """Whether it stands in comments, related stories or navigation."""
    return any(
        chrome_rule(above) in {"discussion", "related", "navigation"} for above in node.ancestors()
    )


def _authors(byline: Element) -> tuple[str, ...]:
    """The names of a byline: of its marked author, else its text without label and date."""
    marked = [
        node
        for node in byline.elements()
        if "author" in node.get("itemprop").lower().split()
        or "author" in node.get("rel").lower().split()
    ]
    name = next((n for m in marked for n in m.elements() if n.get("itemprop") == "name"), None)
    texts = [name.text()] if name is not None else [node.text() for node in marked]
    texts = [text for text in texts if text] or [byline.text()]
    names = [_TAIL.sub("", _LABEL.sub("", text)).strip(" ,:;") for text in texts]
    names = [name.partition(",")[0] if len(name) > _NAME_CHARACTERS else name for name in names]
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= _NAME_CHARACTERS))


def _published(nodes: Sequence[Element]) -> str | None:
    for node in nodes:
        if node.tag == "time" and not _in_discussion(node) and not _in_a_sentence(node):
            date = iso_date(node.get("datetime"))
            if date:
                return date
    return None


def _in_a_sentence(time: Element) -> bool:
    """Whether a time is one that the text speaks of, as it stands among many other words."""
    if "datepublished" in time.get("itemprop").lower() or "pubdate" in time.attributes:
        return False
    around = next((above for above in time.ancestors() if above.tag in _PROSE), None)
    return around is not None and len(around.text()) - len(time.text()) > _DATELINE_CHARACTERS


def _decks(nodes: Sequence[Element], region: Element) -> Iterator[Element]:
    """A deck stands before the article's first paragraphs, under a name of its own."""
    before = 0
    inside = frozenset(region.elements())
    for node in nodes:
        if before > _DECK_CHARACTERS:
            return
        if _is_deck(node) and node is not region:
            yield node
        elif node.tag == "p" and node in inside:
            before += len(node.text())


def _described(nodes: Sequence[Element], region: Element, description: str) -> Element | None:
    """What the page declares as its description and shows above the article, outside of it."""
    wanted = _key(description)
    if not 20 < len(description) < _DECK_CHARACTERS:
        return None
    for node in nodes:
        if node is region:
            return None
        if node.tag not in _DECK_TAGS or node.has_block:
            continue
        first = next((text for text in node.texts() if not text.isspace()), "")
        if wanted.startswith(_key(first[:40])) and _key(node.text()) == wanted:
            return None if _is_elsewhere(node) else node
    return None


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_kicker(node: Element) -> bool:
    if node.tag not in {"p", "div", "span", "strong"} or not class_words(node) & _KICKER_WORDS:
        return False
    heading = node.parent.find("h1") if node.parent is not None else None
    return heading is not None and 0 < len(node.text()) <= _NAME_CHARACTERS


def _is_deck(node: Element) -> bool:
    if not node.attributes or node.tag not in _DECK_TAGS:
        return False
    if not class_words(node) & _DECK_WORDS and node.get("itemprop") != "alternativeHeadline":
        return False
    if node.tag != "div" and node.find("p", "li", "img", "h1", "h2") is not None:
        return False
    return 20 < len(node.text()) < _DECK_CHARACTERS and not _in_discussion(node)
