"""Block nodes as markup."""

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from render.markup.attributes import attributes, furniture, page_marker, page_semantics, semantics
from render.markup.context import Context
from render.markup.elements import Value, element, join, text, void
from render.markup.figures import code, embed, figure, image, math, media
from render.markup.hrefs import followable
from render.markup.inlines import inlines
from render.markup.lists import definition_list, list_
from render.markup.tables import table
from render.markup.textblocks import heading, paragraph
from render.model import (
    Aside,
    Block,
    Break,
    Code,
    DefinitionList,
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
    Verse,
)

_NEWLINE = Markup("\n")


def blocks(children: Iterable[Block], ctx: Context) -> Markup:
    """The run of blocks, one below the other."""
    return join(_block(node, ctx) for node in children)


def _block(node: Block, ctx: Context) -> Markup:  # noqa: C901 - one line for each of 15 kinds
    match node:
        case Section():
            return _section(node, ctx)
        case Paragraph():
            return paragraph(node, ctx)
        case List():
            return list_(node, ctx)
        case DefinitionList():
            return definition_list(node, ctx)
        case Quote():
            return _quote(node, ctx)
        case Verse():
            return _verse(node, ctx)
        case Figure():
            return figure(node, ctx)
        case Image():
            return image(node, ctx)
        case Media():
            return media(node, ctx)
        case Table():
            return table(node, ctx)
        case Code():
            return code(node, ctx)
        case Math():
            return math(node, ctx)
        case Aside():
            return _aside(node, ctx)
        case Embed():
            return embed(node, ctx)
        case Break():
            return _break(node, ctx)
        case _:
            assert_never(node)


def _section(node: Section, ctx: Context) -> Markup:
    named = attributes(node, ctx)
    if node.kind in {"appendix", "bibliography"}:
        named |= semantics(ctx, f"doc-{node.kind}", node.kind)
        # These roles are landmarks, and a landmark needs a name.
        named["aria-labelledby"] = f"{node.id}-h" if node.id else None
    elif node.kind == "transcript":
        named["class"] = "transcript"
    return (
        element(
            "section",
            named,
            _NEWLINE,
            page_marker(node.id, ctx),
            heading(node.heading, node.id, ctx),
            blocks(node.children, ctx.deeper()),
        )
        + _NEWLINE
    )


def _quote(node: Quote, ctx: Context) -> Markup:
    cite = followable(node.cite, ctx.targets) if node.cite else None
    content = [page_marker(node.id, ctx), blocks(node.children, ctx)]
    if node.attribution:
        id_ = f"{node.id}-attribution" if node.id else None
        said_by = page_marker(id_, ctx) + inlines(node.attribution, ctx)
        content += [element("footer", {"id": id_, "class": "attribution"}, said_by), _NEWLINE]
    return element("blockquote", attributes(node, ctx, cite=cite), _NEWLINE, *content) + _NEWLINE


def _verse(node: Verse, ctx: Context) -> Markup:
    line_end = void("br", {}, xhtml=ctx.dialect.xhtml) + _NEWLINE
    lines = line_end.join(
        page_marker(line.id, ctx)
        + element("span", attributes(line, ctx, class_="line"), inlines(line.children, ctx))
        for line in node.lines
    )
    named = attributes(node, ctx, class_="verse")
    return element("p", named, page_marker(node.id, ctx), lines) + _NEWLINE


def _aside(node: Aside, ctx: Context) -> Markup:
    named = attributes(node, ctx, class_=f"aside {node.kind}") | _aside_semantics(node, ctx)
    if node.repeats:
        ctx = ctx.concealed()
        named["aria-hidden"] = "true"
    content = [page_marker(node.id, ctx), _aside_opening(node, ctx)]
    inner = ctx.deeper() if node.heading else ctx
    return element("aside", named, _NEWLINE, *content, blocks(node.children, inner)) + _NEWLINE


def _aside_semantics(node: Aside, ctx: Context) -> dict[str, Value]:
    match node.kind:
        case "pullquote":
            return semantics(ctx, None if node.repeats else "doc-pullquote", "pullquote")
        case "note" | "warning" | "correction":
            return semantics(ctx, "note", "notice")
        case "box" | "related":
            # epub:type "sidebar" is deprecated. A bare aside counts for some as a landmark
            # without a name, and a named one for others as a landmark in a wrong place.
            return {"role": "note"}
        case _:
            assert_never(node.kind)


def _aside_opening(node: Aside, ctx: Context) -> Markup:
    if node.heading and node.repeats:
        # A hidden heading would be missing from the outline that readers are told of.
        return element("p", {"class": "aside-label"}, inlines(node.heading, ctx)) + _NEWLINE
    if node.heading:
        return heading(node.heading, node.id, ctx, "aside-heading")
    labels = ctx.dialect.labels
    words = {
        "note": labels.aside_note,
        "warning": labels.aside_warning,
        "correction": labels.aside_correction,
        "related": labels.aside_related,
    }.get(node.kind)
    # What colour and frame say must also be said in words (WCAG 1.4.1).
    return furniture("p", words, ctx, class_="aside-label") + _NEWLINE if words else text("")


def _break(node: Break, ctx: Context) -> Markup:
    named = attributes(node, ctx)
    if node.kind == "page":
        named |= page_semantics(ctx, node.label)
    written = void("hr", named, xhtml=ctx.dialect.xhtml)
    return page_marker(node.id, ctx) + written + _NEWLINE
