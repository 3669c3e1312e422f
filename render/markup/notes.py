"""The notes, each with the way back to every place that calls it."""

from markupsafe import Markup

from render.markup.attributes import attributes, furniture, page_marker, semantics
from render.markup.context import Context
from render.markup.elements import element, join
from render.markup.inlines import call_id
from render.markup.textblocks import heading_name
from render.model import Note

_NEWLINE = Markup("\n")


def endnotes(notes: tuple[Note, ...], ctx: Context) -> Markup:
    """The section of notes; `ctx.calls` has counted all calls of the text before it."""
    # The calls inside notes are written before the ways back are.
    contents = [ctx.blocks(note.children, ctx.deeper()) for note in notes]
    items = join(_note(note, content, ctx) for note, content in zip(notes, contents, strict=True))
    id_ = ctx.unused_id(f"{ctx.dialect.prefix}notes")
    named = {
        "id": id_,
        "class": "notes",
        **semantics(ctx, "doc-endnotes", "endnotes"),
        "aria-labelledby": f"{id_}-h",
    }
    title = furniture(heading_name(ctx), ctx.dialect.labels.notes, ctx, id=f"{id_}-h")
    opening = page_marker(f"{id_}-h", ctx) + title
    content = opening + _NEWLINE + element("ol", {}, _NEWLINE, items) + _NEWLINE
    return element("section", named, _NEWLINE, content) + _NEWLINE


def _note(note: Note, content: Markup, ctx: Context) -> Markup:
    named = attributes(note, ctx)
    parts = (_NEWLINE, page_marker(note.id, ctx), content, _ways_back(note, ctx))
    if ctx.dialect.epub:
        # Apple Books and Kobo open a window only for an aside of this type.
        named |= semantics(ctx, "doc-footnote", "footnote")
        return element("li", {}, element("aside", named, *parts)) + _NEWLINE
    return element("li", named, *parts) + _NEWLINE


def _ways_back(note: Note, ctx: Context) -> Markup:
    count = ctx.calls[note.id or ""] if ctx.calls is not None else 0
    if not count:
        return Markup("")
    links = Markup(" ").join(_way_back(note, call, count, ctx) for call in range(1, count + 1))
    return element("p", {"class": "backlinks"}, links) + _NEWLINE


def _way_back(note: Note, call: int, count: int, ctx: Context) -> Markup:
    labels = ctx.dialect.labels
    # Words, not an arrow: fonts for easy reading lack it, and speech says it badly.
    words = labels.back_to_text if count == 1 else f"{labels.back_to_text} {call}"
    number = ctx.note_numbers[note.id or ""]
    return furniture(
        "a",
        words,
        ctx,
        href=f"#{call_id(note.id or '', call, ctx)}",
        role="doc-backlink",
        aria_label=f"{words}, {labels.note.lower()} {number}",
    )
