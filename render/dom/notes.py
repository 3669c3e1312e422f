"""Footnotes and endnotes: which links call one, and what each note holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from render.dom.account import Account
from render.dom.attributes import class_words, roles
from render.dom.mapping import Mapper
from render.dom.tree import Element
from render.model import Block, Note, NoteRef
from render.model.walk import walk

_CALL_ROLES = frozenset({"doc-noteref", "noteref"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})
_SECTION_ROLES = frozenset({"doc-endnotes", "doc-footnotes", "footnotes", "endnotes", "rearnotes"})
_BACK_ROLES = frozenset({"doc-backlink", "backlink"})
_NOTE_WORDS = frozenset({"footnote", "footnotes", "endnote", "endnotes", "fn", "reflist", "note"})
# What calls a note is a mark, not a word: 1, [12], a, *, †, ‡, (3).
_LABEL = re.compile(
    r"[\[(]?(?:\d{1,4}|[a-zA-Z]|[ivxl]{1,5}|[*†‡§¶#]{1,3}|note \d+)[\])]?\.?", re.IGNORECASE
)
_ARROWS = frozenset("↩↑^⏎↵⤴←\ufe0e\ufe0f ")


def find_notes(region: Element, root: Element, account: Account) -> None:
    """Take every note that `region` calls out of the tree and give it an id."""
    links = [node for node in region.elements() if _may_call(node)]
    if not links:
        return
    order = {node: index for index, node in enumerate(root.elements())}
    by_id = elements_by_id(order)
    called: dict[str, Element] = {}
    while links:
        link = links.pop(0)
        target = link.get("href").removeprefix("#")
        note = _note_element(by_id.get(target)) if target not in called else None
        # A note follows its call; what leads back up is the way home.
        if note is None or order.get(note, -1) < order.get(link, 0):
            continue
        if _is_note(note, link, target):
            called[target] = note
            # A note may call another one.
            links.extend(node for node in note.elements() if _may_call(node))
    for target, note in called.items():
        account.note_ids[target] = f"note-{len(account.note_ids) + 1}"
        account.note_elements[target] = note
    containers = [note.parent for note in called.values() if note.parent is not None]
    for note in called.values():
        note.detach()
    for container in containers:
        clear_container(container, region, "notes-heading", account)


def map_notes(mapper: Mapper, body: tuple[Block, ...]) -> tuple[Note, ...]:
    """The notes that the article calls, in the order of `find_notes`; others are listed."""
    account = mapper.account
    used = _calls(body)
    out: list[Note] = []
    for target, element in account.note_elements.items():
        name = account.note_ids[target]
        if name not in used:
            account.drop(element, "note-not-called")
            continue
        _drop_backlinks(element, account)
        blocks = mapper.blocks(element.children)
        used |= _calls(blocks)
        if not blocks:
            account.warn("HTML-017", f"note '{target[:40]}' is empty", element)
        out.append(Note(id=name, children=blocks))
    return tuple(out)


def _calls(blocks: tuple[Block, ...]) -> set[str]:
    """The ids of the notes that blocks call."""
    return {node.note for block in blocks for node in walk(block) if isinstance(node, NoteRef)}


def elements_by_id(nodes: Iterable[Element]) -> dict[str, Element]:
    """Elements by the name that a fragment leads to; the first one wins, as in a browser."""
    found: dict[str, Element] = {}
    for node in nodes:
        name = node.get("id") or (node.get("name") if node.tag == "a" else "")
        if name:
            found.setdefault(name, node)
    return found


def clear_container(container: Element, region: Element, rule: str, account: Account) -> None:
    """Drop what is left of a section whose content was taken out: its heading and its rule."""
    node = container
    while node.parent is not None and node is not region and not _has_prose(node):
        parent = node.parent
        account.drop(node, rule)
        node.detach()
        if not (roles(parent) & _SECTION_ROLES or class_words(parent) & _NOTE_WORDS):
            break
        node = parent


def _note_element(target: Element | None) -> Element | None:
    """The block that a target names: an empty anchor stands for what it stands in."""
    if target is None or target.tag in {"html", "body", "main", "article"}:
        return None
    if target.tag not in {"a", "span", "sup", "cite"}:
        return target
    host = next((node for node in target.ancestors() if node.tag in {"li", "p", "dd", "div"}), None)
    if host is None or not host.text().startswith(target.text()):
        return None
    return host


def _may_call(link: Element) -> bool:
    if link.tag != "a" or not link.get("href").startswith("#"):
        return False
    if roles(link) & _CALL_ROLES or class_words(link) & {"footnote", "noteref", "footref"}:
        return True
    return _LABEL.fullmatch(link.text()) is not None


def _is_note(note: Element, link: Element, target: str) -> bool:
    if roles(note) & _NOTE_ROLES:
        return True
    if any(node is note for node in link.ancestors()):
        return False
    if any(
        node is not note and node.tag == "a" and _points_back(node, link)
        for node in note.elements()
    ):
        return True
    words = class_words(note)
    around = [words, *(class_words(node) for node in list(note.ancestors())[:3])]
    in_section = any(roles(node) & _SECTION_ROLES for node in note.ancestors())
    named = re.match(
        r"_?(?:fn|footnote|ftn|note|endnote|cite_note)[\W_]?\w*$", target, re.IGNORECASE
    )
    return in_section or any(found & _NOTE_WORDS for found in around) or named is not None


def _points_back(node: Element, link: Element) -> bool:
    """Whether a link in a note leads to the call: to its id, or that of what it stands in."""
    target = node.get("href").removeprefix("#")
    if not node.get("href").startswith("#") or not target:
        return False
    places = [link, *list(link.ancestors())[:2]]
    return any(target in {place.get("id"), place.get("name")} for place in places)


def _drop_backlinks(element: Element, account: Account) -> None:
    for node in list(element.elements()):
        if node.tag != "a" or not node.get("href").startswith("#"):
            continue
        text = node.text()
        first = next(element.texts(), "").strip() == text
        back = (
            bool(roles(node) & _BACK_ROLES)
            or bool(class_words(node) & {"backlink", "backref", "reversefootnote"})
            or (bool(text) and set(text) <= _ARROWS)
            or (first and _LABEL.fullmatch(text) is not None)
        )
        if back:
            account.drop(node, "note-backlink")
            node.detach()


def _has_prose(element: Element) -> bool:
    return any(
        node.tag in {"p", "li", "img", "table"} and (node.text() or node.tag == "img")
        for node in element.elements()
    ) or (element.tag == "p" and bool(element.text()))
