"""Lists and definition lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from render.dom.attributes import node_attributes, omission_rule
from render.dom.mapping import Child, Mapper, Piece
from render.dom.spacing import is_blank
from render.dom.tree import Element
from render.model import (
    Block,
    Definition,
    DefinitionList,
    Entry,
    Item,
    List,
    Marked,
    Paragraph,
    Section,
    Term,
)
from render.model.walk import plain_text

Numbering = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]
_NUMBERING: dict[str, Numbering] = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_COUNTER = re.compile(r"\s*(\d{1,3})\s*/\s*(\d{1,3})\b")
_LEAST_SLIDES = 3
_WHOLE = re.compile(r"[+-]?\d{1,9}")


def list_block(element: Element, mapper: Mapper) -> list[Piece]:
    """A `ul`, `ol` or `menu`; whatever stands between the items becomes an item."""
    items = [_item(child, mapper) for child in element.children]
    items = [item for item in items if item.children]
    if not items:
        return []
    items = _without_counters(items)
    ordered = element.tag == "ol"
    if "reversed" in element.attributes and ordered:
        items = _count_down(items, _number(element, "start", mapper))
    start = _number(element, "start", mapper) if ordered else None
    numbering = _NUMBERING.get(element.get("type"), "decimal") if ordered else "decimal"
    return [List(items=tuple(items), ordered=ordered, start=start, numbering=numbering)]


def _item(child: Child, mapper: Mapper) -> Item:
    if isinstance(child, str) or child.tag != "li":
        return Item(children=mapper.blocks([child]))
    rule = omission_rule(child, mapper.account)
    if rule is not None:
        mapper.account.drop(child, rule)
        return Item(children=())
    return Item(
        id=child.attributes.get("data-anchor"),
        children=mapper.blocks(child.children),
        value=_number(child, "value", mapper),
        **node_attributes(child, mapper.account),
    )


def _without_counters(items: list[Item]) -> list[Item]:
    """Headings that count the slides of a show, "3/50", head captions and no sections."""
    if len(items) < _LEAST_SLIDES:
        return items
    out: list[Item] = []
    for number, item in enumerate(items, 1):
        first = item.children[0] if item.children else None
        match = _COUNTER.match(plain_text(first.heading)) if isinstance(first, Section) else None
        if match is None or (int(match[1]), int(match[2])) != (number, len(items)):
            return items
        out.append(replace(item, children=_captioned(first, item.children[1:])))
    return out


def _captioned(section: Block | None, more: tuple[Block, ...]) -> tuple[Block, ...]:
    if not isinstance(section, Section):
        return more
    heading = Marked(kind="strong", children=section.heading)
    label = Paragraph(children=(heading,), id=section.id, lang=section.lang, dir=section.dir)
    return (label, *section.children, *more)


def _count_down(items: list[Item], start: int | None) -> list[Item]:
    """Numbers written out: the model counts upwards only."""
    number = len(items) if start is None else start
    out: list[Item] = []
    for item in items:
        number = item.value if item.value is not None else number
        out.append(
            Item(children=item.children, value=number, id=item.id, lang=item.lang, dir=item.dir)
        )
        number -= 1
    return out


def _number(element: Element, name: str, mapper: Mapper) -> int | None:
    written = element.get(name)
    if not written:
        return None
    if not _WHOLE.fullmatch(written):
        mapper.account.warn(
            "HTML-010",
            f"list number '{written[:30]}' is not kept",
            element,
            "use a whole number below one thousand million",
        )
        return None
    return int(written)


def definition_list(element: Element, mapper: Mapper) -> list[Piece]:
    """A `dl`; terms without definitions, or the other way round, become paragraphs."""
    entries: list[Entry] = []
    terms: list[Term] = []
    definitions: list[Definition] = []
    loose: list[Piece] = []
    for part in [*_parts(element.children), None]:
        if part is None or (part.tag == "dt" and definitions):
            if terms and definitions:
                entries.append(Entry(terms=tuple(terms), definitions=tuple(definitions)))
            else:
                loose.extend(_loose(terms, definitions))
            terms, definitions = [], []
        if part is None:
            continue
        rule = omission_rule(part, mapper.account)
        if rule is not None:
            mapper.account.drop(part, rule)
            continue
        attributes = node_attributes(part, mapper.account)
        if part.tag == "dt":
            children = mapper.inlines(part.children)
            if not is_blank(children):
                terms.append(Term(children=children, **attributes))
        else:
            blocks = mapper.blocks(part.children if part.tag == "dd" else [part])
            if blocks:
                definitions.append(Definition(children=blocks, **attributes))
    return [*([DefinitionList(entries=tuple(entries))] if entries else []), *loose]


def _loose(terms: list[Term], definitions: list[Definition]) -> list[Piece]:
    out: list[Piece] = [
        Paragraph(children=term.children, lang=term.lang, dir=term.dir) for term in terms
    ]
    for definition in definitions:
        out.extend(definition.children)
    return out


def _parts(children: Sequence[Child]) -> list[Element]:
    parts: list[Element] = []
    for child in children:
        if isinstance(child, Element):
            if child.tag == "div":
                parts.extend(_parts(child.children))
            else:
                parts.append(child)
        elif child.strip():
            wrapper = Element("dd")
            wrapper.children = [child]
            parts.append(wrapper)
    return parts
