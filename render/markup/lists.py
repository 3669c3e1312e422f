"""Lists and definition lists."""

from markupsafe import Markup

from render.markup.attributes import attributes, page_marker
from render.markup.context import Context
from render.markup.elements import element, join
from render.markup.inlines import inlines
from render.markup.textblocks import tight_blocks
from render.model import DefinitionList, Entry, Item, List

_NEWLINE = Markup("\n")
_TYPES = {
    "decimal": None,
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}


def list_(node: List, ctx: Context) -> Markup:
    """The list with its items."""
    named = attributes(node, ctx)
    if node.ordered:
        named |= {"start": node.start, "type": _TYPES[node.numbering]}
    items = join(_item(item, ctx, ordered=node.ordered) for item in node.items)
    written = element("ol" if node.ordered else "ul", named, _NEWLINE, items)
    return page_marker(node.id, ctx) + written + _NEWLINE


def definition_list(node: DefinitionList, ctx: Context) -> Markup:
    """The list of terms with their definitions, each entry in a group."""
    entries = join(_entry(entry, ctx) for entry in node.entries)
    written = element("dl", attributes(node, ctx), _NEWLINE, entries)
    return page_marker(node.id, ctx) + written + _NEWLINE


def _item(item: Item, ctx: Context, *, ordered: bool) -> Markup:
    named = attributes(item, ctx, value=item.value if ordered else None)
    content = page_marker(item.id, ctx) + tight_blocks(item.children, ctx)
    return element("li", named, content) + _NEWLINE


def _entry(entry: Entry, ctx: Context) -> Markup:
    opening = page_marker(entry.id, ctx)
    content = []
    for term in entry.terms:
        words = opening + page_marker(term.id, ctx) + inlines(term.children, ctx)
        content += [element("dt", attributes(term, ctx), words), _NEWLINE]
        opening = Markup("")
    for definition in entry.definitions:
        meaning = page_marker(definition.id, ctx) + tight_blocks(definition.children, ctx)
        content += [element("dd", attributes(definition, ctx), opening, meaning), _NEWLINE]
        opening = Markup("")
    return element("div", attributes(entry, ctx), _NEWLINE, *content) + _NEWLINE
