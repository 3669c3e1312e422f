"""A region of a tree to the body, notes and assets of an article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from render.dom.account import Account
from render.dom.anchors import find_targets
from render.dom.descriptions import find_descriptions
from render.dom.mapper import TreeMapper
from render.dom.mapping import Heading
from render.dom.notes import find_notes, map_notes
from render.dom.sections import nest, skipped_levels
from render.dom.tree import Element
from render.model import Asset, Block, Note

_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """What a region of HTML becomes, with its first heading levels for the reader's judgment."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    assets: tuple[Asset, ...]
    heading_levels: tuple[int, ...]


def map_body(region: Element, root: Element, account: Account) -> Body:
    """The body of an article; `root` is where notes that `region` calls may stand.

    The tree is used up: notes are taken out of it. Findings and dropped text are
    written to `account`.
    """
    _report_active(region, account)
    find_descriptions(region, root, account)
    find_notes(region, root, account)
    find_targets(region, account)
    mapper = TreeMapper(account)
    # The region's own tag may mean something: a `pre`, a `blockquote`, a `table`.
    own = region.tag not in {"html", "body", "main", "article", "section", "div", "td", "form"}
    pieces = mapper.pieces([region] if own else region.children)
    levels = tuple(piece.level for piece in pieces if isinstance(piece, Heading))
    for above, below in dict.fromkeys(skipped_levels(levels)):
        account.warn("HTML-021", f"heading level jumps from {above} to {below}")
    blocks = nest(pieces)
    notes = map_notes(mapper, blocks)
    return Body(blocks, notes, tuple(account.assets.values()), levels)


def _report_active(region: Element, account: Account) -> None:
    """One finding for each kind of active content that is left out."""
    found: Counter[str] = Counter()
    for node in region.elements():
        if node.tag in {"script", "style", "form"}:
            found[node.tag] += 1
        for name in node.attributes:
            if name.startswith("on") and _HANDLER.fullmatch(name):
                found[name] += 1
    for name, count in sorted(found.items()):
        what = f"'{name}'" if count == 1 else f"'{name}' ({count} times)"
        account.warn("HTML-001", f"{what} is left out", hint="editions hold no active content")
