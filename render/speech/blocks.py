"""Blocks to units: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from render.model import (
    Aside,
    Block,
    Break,
    Code,
    DefinitionList,
    Described,
    Embed,
    Figure,
    Image,
    List,
    Math,
    Media,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
    Verse,
)
from render.speech.parts import announced
from render.speech.roles import PAUSES_S, THEMATIC_BREAK_S
from render.speech.setting import Setting, followed, paragraph, preceded, text_units
from render.speech.tables import table_units
from render.speech.units import Unit

# Where a paragraph is one of several; in an item, a cell or a definition it is all there is.
_FLOWING = frozenset({"sentence", "quote", "note", "description"})


def block_units(blocks: tuple[Block, ...], setting: Setting) -> Iterator[Unit]:
    """The units of blocks in order."""
    pause_s = 0.0
    for block in blocks:
        if isinstance(block, Break):
            pause_s = THEMATIC_BREAK_S if block.kind == "thematic" else pause_s
            continue
        for unit in _block(block, setting.within(block.lang)):
            yield replace(unit, pause_before_s=max(pause_s, unit.pause_before_s))
            pause_s = 0.0
        if block.id:
            yield from note_units(block.id, setting)


def note_units(place: str, setting: Setting) -> Iterator[Unit]:
    """The notes that are said after the block `place`, or at the end when it is empty."""
    for number, note in setting.notes.get(place, ()):
        inside = setting.with_role("note").within(note.lang)
        label = setting.words.note.format(number=number) if setting.words else ""
        yield from preceded(block_units(note.children, inside), label, setting)


def _block(block: Block, setting: Setting) -> Iterator[Unit]:  # noqa: C901  one case a kind
    match block:
        case Section():
            yield from _section(block, setting)
        case Paragraph():
            units = text_units(block.id, block.children, setting)
            yield from paragraph(units) if setting.role in _FLOWING else units
        case List():
            yield from _list(block, setting)
        case DefinitionList():
            yield from _definitions(block, setting)
        case Quote():
            yield from _quote(block, setting)
        case Verse():
            yield from paragraph(_verse(block, setting))
        case Figure():
            yield from _figure(block, setting)
        case Image():
            yield from image_units(block, setting)
        case Media():
            yield from _media(block, setting)
        case Table():
            yield from table_units(block, setting, block_units)
        case Code():
            yield from _code(block, setting)
        case Math():
            yield from text_units(block.id, (Text(value=block.alt),), setting.with_role("math"))
        case Aside():
            yield from _aside(block, setting)
        case Embed():
            yield from block_units(block.children, setting)
        case Break():
            return
        case _:
            assert_never(block)


def image_units(image: Image, setting: Setting) -> Iterator[Unit]:
    """The alternative of a picture, then its extended description; nothing without one."""
    setting = setting.within(image.lang)
    if isinstance(image.alt, Described):
        label = setting.words.image if setting.words else ""
        alt = text_units(image.id, (Text(value=image.alt.text),), setting.with_role("alt"))
        yield from preceded(alt, label, setting)
    yield from block_units(image.description, setting.with_role("description"))


def _code(code: Code, setting: Setting) -> Iterator[Unit]:
    """Nobody follows program text by ear: its caption, and how much of it there is to look at."""
    yield from text_units(f"{code.id}-caption", code.caption, setting.with_role("caption"))
    lines = code.value.strip("\n").count("\n") + 1
    if setting.words and code.value.strip():
        announcement = setting.words.code_lines if lines > 1 else setting.words.code
        role = setting.with_role("code").role
        part = announced(announcement.format(count=lines), setting.lang)
        yield Unit(code.id or "", role, setting.lang, "", (part,), *PAUSES_S[role])


def _section(section: Section, setting: Setting) -> Iterator[Unit]:
    inside = setting.deeper()
    heading = inside.with_role("heading")
    for unit in text_units(f"{section.id}-h", section.heading, heading):
        yield replace(unit, level=inside.level)
    yield from block_units(section.children, inside)


def _list(node: List, setting: Setting) -> Iterator[Unit]:
    label = ""
    if setting.words and len(node.items) > 1:
        label = setting.words.list_count.format(count=len(node.items))
    yield from paragraph(preceded(_items(node, setting), label, setting))


def _items(node: List, setting: Setting) -> Iterator[Unit]:
    number = node.start if node.start is not None else 1
    for item in node.items:
        number = item.value if item.value is not None else number
        inside = setting.with_role("item").within(item.lang)
        marker = f"{number}." if node.ordered and setting.words else ""
        yield from preceded(block_units(item.children, inside), marker, setting)
        number += 1


def _definitions(node: DefinitionList, setting: Setting) -> Iterator[Unit]:
    for entry in node.entries:
        for term in entry.terms:
            yield from text_units(
                term.id, term.children, setting.with_role("term").within(term.lang)
            )
        for definition in entry.definitions:
            inside = setting.with_role("definition").within(definition.lang)
            yield from block_units(definition.children, inside)


def _quote(quote: Quote, setting: Setting) -> Iterator[Unit]:
    words = setting.words
    body = block_units(quote.children, setting.with_role("quote"))
    if words:
        body = followed(preceded(body, words.quote, setting), words.end_quote, setting)
    yield from body
    yield from text_units(
        f"{quote.id}-attribution", quote.attribution, setting.with_role("attribution")
    )


def _verse(verse: Verse, setting: Setting) -> Iterator[Unit]:
    for line in verse.lines:
        inside = setting.with_role("verse").within(line.lang)
        yield from text_units(line.id, line.children, inside)


def _figure(figure: Figure, setting: Setting) -> Iterator[Unit]:
    for content in figure.content:
        yield from _block(content, setting.within(content.lang))
    yield from text_units(f"{figure.id}-caption", figure.caption, setting.with_role("caption"))
    yield from text_units(f"{figure.id}-credit", figure.credit, setting.with_role("credit"))


def _media(media: Media, setting: Setting) -> Iterator[Unit]:
    yield from text_units(media.id, (Text(value=media.title),), setting.with_role("media"))
    if media.poster:
        yield from image_units(media.poster, setting)
    yield from block_units(media.transcript, setting)


def _aside(aside: Aside, setting: Setting) -> Iterator[Unit]:
    if aside.kind == "pullquote" and aside.repeats:
        return
    inside = setting.deeper()
    for unit in text_units(f"{aside.id}-h", aside.heading, inside.with_role("heading")):
        yield replace(unit, level=inside.level)
    yield from block_units(aside.children, inside)
