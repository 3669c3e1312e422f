"""Inline nodes as markup."""

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from render.markup.attributes import attributes, page_marker, semantics
from render.markup.context import Context
from render.markup.elements import breakable_text, element, join, text, void
from render.markup.hrefs import followable
from render.markup.images import picture
from render.markup.mathml import formula
from render.model import (
    Abbr,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    MarkKind,
    Math,
    NoteRef,
    Ruby,
    Span,
    Text,
    Time,
)
from render.model.walk import walk

_MARKS: dict[MarkKind, str] = {
    "emphasis": "em",
    "strong": "strong",
    "struck": "s",
    "sub": "sub",
    "sup": "sup",
    "quote": "q",
    "work-title": "cite",
    "term": "dfn",
    "code": "code",
}


def inlines(children: Iterable[Inline], ctx: Context) -> Markup:
    """The run of inline nodes."""
    return join(_inline(node, ctx) for node in children)


def call_id(note: str, number: int, ctx: Context) -> str:
    """The id of the nth call of a note."""
    return ctx.unused_id(f"{note}-call-{number}")


def _inline(node: Inline, ctx: Context) -> Markup:  # noqa: C901 - one case for each of 11 kinds
    match node:
        case Text():
            return _text(node, ctx)
        case Marked():
            return element(_mark(node), attributes(node, ctx), inlines(node.children, ctx))
        case Span():
            return _span(node, ctx)
        case Link():
            return _link(node, ctx)
        case Abbr():
            named = attributes(node, ctx, title=node.expansion)
            return element("abbr", named, inlines(node.children, ctx))
        case Ruby():
            return _ruby(node, ctx)
        case Time():
            named = attributes(node, ctx, datetime=node.datetime)
            return element("time", named, inlines(node.children, ctx))
        case NoteRef():
            return _note_call(node, ctx)
        case Image():
            return picture(node, ctx)
        case Math():
            return formula(node, ctx, display="inline")
        case LineBreak():
            return void("br", {}, xhtml=ctx.dialect.xhtml)
        case _:
            assert_never(node)


def _mark(node: Marked) -> str:
    below = (part for child in node.children for part in walk(child))
    if node.kind == "term" and any(isinstance(n, Marked) and n.kind == "term" for n in below):
        return "span"  # HTML has no term within a term: the inner one is what is defined
    return _MARKS[node.kind]


def _text(node: Text, ctx: Context) -> Markup:
    words = breakable_text(node.value, xhtml=ctx.dialect.xhtml)
    if node.id or node.lang or node.dir:
        return element("span", attributes(node, ctx), words)
    return words


def _span(node: Span, ctx: Context) -> Markup:
    kind = "sentence" if node.kind == "sentence" else None
    named = attributes(node, ctx, class_=kind)
    return page_marker(node.id, ctx) + element("span", named, inlines(node.children, ctx))


def _link(node: Link, ctx: Context) -> Markup:
    words = inlines(node.children, ctx)
    href = None if ctx.hidden else followable(node.href, ctx.targets)
    if href is None:
        return element("span", attributes(node, ctx), words) if node.id or node.lang else words
    if href.startswith("#"):
        href = _in_text(href, ctx)
    download = node.kind == "download" or None
    return element("a", attributes(node, ctx, href=href, download=download), words)


def _ruby(node: Ruby, ctx: Context) -> Markup:
    return element(
        "ruby",
        attributes(node, ctx),
        inlines(node.children, ctx),
        element("rp", {}, text("(")),
        element("rt", {}, text(node.annotation)),
        element("rp", {}, text(")")),
    )


def _note_call(node: NoteRef, ctx: Context) -> Markup:
    number = ctx.note_numbers.get(node.note)
    if number is None or ctx.hidden:
        return Markup("")
    id_ = None
    if ctx.calls is not None:
        ctx.calls[node.note] += 1
        # Not the node's own id: the note must find all its calls again.
        id_ = call_id(node.note, ctx.calls[node.note], ctx)
    named = {
        "id": id_,
        "href": _in_text(f"#{node.note}", ctx),
        "class": "note-call furniture",
        **semantics(ctx, "doc-noteref", "noteref"),
    }
    return element("sup", {}, element("a", named, text(str(number))))


def _in_text(fragment: str, ctx: Context) -> str:
    return fragment if ctx.calls is not None else ctx.dialect.text_url + fragment
