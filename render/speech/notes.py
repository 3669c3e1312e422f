"""Where notes are said: all at the end, or each after the block that calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from render.model import Article, Block, Note, NoteRef, Section
from render.model.walk import AnyNode, walk

# By the id of the block they follow, with their numbers; those for the end under "".
PlacedNotes = Mapping[str, tuple[tuple[int, Note], ...]]


def placed_notes(article: Article, *, after_block: bool) -> PlacedNotes:
    """Every note of the article once, numbered as the page shows them."""
    numbered = {note.id: (number, note) for number, note in enumerate(article.notes, start=1)}
    placed: dict[str, tuple[tuple[int, Note], ...]] = {}
    if after_block:
        for block in _whole_blocks(article.body):
            called = [numbered.pop(note_id, None) for note_id in _calls(block)]
            if found := tuple(note for note in called if note):
                placed[block.id or ""] = (*placed.get(block.id or "", ()), *found)
    rest = (*placed.get("", ()), *numbered.values())
    return {**placed, "": tuple(sorted(rest, key=lambda pair: pair[0]))}


def _whole_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks in order, sections opened; a list or a table is not interrupted."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _whole_blocks(block.children)
        else:
            yield block


def _calls(root: AnyNode) -> Iterator[str]:
    yield from (node.note for node in walk(root) if isinstance(node, NoteRef))
