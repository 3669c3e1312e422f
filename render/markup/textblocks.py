"""Headings, paragraphs and the blocks of a tight container, where one paragraph needs no `p`."""

from collections.abc import Sequence

from markupsafe import Markup

from render.markup.attributes import attributes, page_marker
from render.markup.context import Context
from render.markup.elements import Value, element
from render.markup.inlines import inlines
from render.model import Block, Inline, List, Paragraph

_DEEPEST_LEVEL = 6


def heading(
    children: Sequence[Inline], container_id: str | None, ctx: Context, class_: str | None = None
) -> Markup:
    """The heading of a section or an aside, at the level of its place."""
    id_ = f"{container_id}-h" if container_id else None
    named: dict[str, Value] = {"id": id_, "class": class_}
    if ctx.level > _DEEPEST_LEVEL:
        named["aria-level"] = ctx.level
    content = page_marker(id_, ctx) + inlines(children, ctx)
    return element(heading_name(ctx), named, content) + Markup("\n")


def heading_name(ctx: Context) -> str:
    """The heading element of this place, `h6` from the sixth level on."""
    return f"h{min(ctx.level, _DEEPEST_LEVEL)}"


def paragraph(node: Paragraph, ctx: Context) -> Markup:
    """One paragraph."""
    content = page_marker(node.id, ctx) + inlines(node.children, ctx)
    return element("p", attributes(node, ctx), content) + Markup("\n")


def tight_blocks(children: Sequence[Block], ctx: Context) -> Markup:
    """Blocks of an item, a cell or a definition; a paragraph that is alone is bare text.

    Alone also means followed by nothing but lists. The id of such a paragraph goes
    with its element, unless a link leads there.
    """
    first, rest = children[:1], children[1:]
    if not first or not all(isinstance(node, List) for node in rest):
        return Markup("\n") + ctx.blocks(children, ctx)
    if not isinstance(first[0], Paragraph):
        return Markup("\n") + ctx.blocks(children, ctx)
    written = _bare(first[0], ctx)
    return written + Markup("\n") + ctx.blocks(rest, ctx) if rest else written


def _bare(node: Paragraph, ctx: Context) -> Markup:
    content = page_marker(node.id, ctx) + inlines(node.children, ctx)
    if node.lang or node.dir or node.id in ctx.linked:
        return element("span", attributes(node, ctx), content)
    return content
