"""Reading order: every node of an article, its words, and its rebuilding from below.

Order inside a node: a section's heading before its children, the captions of tables
and code before them, the caption and credit of a figure after its content, the
attribution of a quote after the words quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar, assert_never

import msgspec

from render.model.article import Article, Note
from render.model.nodes import (
    Abbr,
    Aside,
    Block,
    Break,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Described,
    Embed,
    Entry,
    Figure,
    Image,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Marked,
    Math,
    Media,
    Node,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Section,
    Span,
    Table,
    Term,
    Text,
    Time,
    Verse,
    VerseLine,
)

AnyNode: TypeAlias = (
    Inline | Block | Item | Term | Definition | Entry | VerseLine | Row | Cell | Note
)
Inlines: TypeAlias = tuple[Inline, ...]
Blocks: TypeAlias = tuple[Block, ...]

N = TypeVar("N", bound=Node)


def plain_text(inlines: Inlines) -> str:
    r"""The text as it is read.

    Ruby gives its base only, a line break `\n`, a note call nothing, a described image
    its alternative, a formula its words.
    """
    return "".join(_text_of(inline) for inline in inlines)


def walk(root: Article | AnyNode) -> Iterator[AnyNode]:
    """Every node in reading order, each before its children.

    For an article: cover, title, deck, body, notes. Never recurses, however deep it nests.
    """
    roots = _article_roots(root) if isinstance(root, Article) else (root,)
    stack: list[AnyNode] = list(reversed(roots))
    while stack:
        node = stack.pop()
        yield node
        if _FIELDS[type(node)]:  # most nodes are text, and have none
            stack.extend(reversed(children(node)))


def children(node: AnyNode) -> tuple[AnyNode, ...]:
    """The direct children of a node, in reading order."""
    found: list[AnyNode] = []
    for field in _FIELDS[type(node)]:
        value = getattr(node, field)
        found.extend(value if isinstance(value, tuple) else (value,) if value else ())
    return tuple(found)


def containers(node: AnyNode) -> tuple[tuple[str, Inlines], ...]:
    """The runs of text of a node that is not itself inline: (element id, inlines).

    Empty runs are left out. The ids are those that renderers write: the node's own for
    its children, with `-h`, `-caption`, `-credit` or `-attribution` for the other runs.
    """
    found: list[tuple[str, Inlines]] = []

    def keep(field: str, inlines: Inlines) -> Inlines:
        found.append((container_id(node.id or "", field), inlines))
        return inlines

    if not is_inline(node):
        rebuild(node, nodes=lambda nodes: nodes, inlines=keep)
    return tuple(found)


def container_id(node_id: str, field: str) -> str:
    """The id of the element that holds the text of one field of a node."""
    if field == "children" or not node_id:
        return node_id
    return f"{node_id}-h" if field == "heading" else f"{node_id}-{field}"


def is_inline(node: AnyNode) -> bool:
    """Whether a node stands inside text; an image or a formula does only there, so False."""
    return isinstance(node, Text | Marked | Span | Link | Abbr | Ruby | Time | NoteRef | LineBreak)


def rebuild(
    node: N,
    *,
    nodes: Callable[[tuple[Any, ...]], tuple[Any, ...]],
    inlines: Callable[[str, Inlines], Inlines],
) -> N:
    """The node with each non-empty sequence of children replaced by what a function gives.

    `nodes` gets blocks, items, rows, cells, entries and the like; `inlines` gets the name
    of the field and its inlines. The sequences come in reading order. Descending further
    is up to the two functions, so a step can stop where it wants.
    """
    changes: dict[str, Any] = {}
    for field in _FIELDS[type(node)]:
        value = getattr(node, field)
        if value is None or value == ():
            continue
        if _holds_inlines(node, field):
            changed: Any = inlines(field, value)
        elif field == "poster":
            changed = next(iter(nodes((value,))), None)
        else:
            changed = nodes(value)
        if changed is not value:
            changes[field] = changed
    return msgspec.structs.replace(node, **changes) if changes else node


def rewrite(
    article: Article,
    *,
    enter: Callable[[AnyNode], AnyNode] = lambda node: node,
    nodes: Callable[[tuple[Any, ...]], tuple[Any, ...]] = lambda nodes: nodes,
    inlines: Callable[[Inlines], Inlines] = lambda inlines: inlines,
) -> Article:
    """The article after three functions have seen all of it, in reading order.

    `enter` gets every node on the way down; `nodes` and `inlines` get every sequence of
    children on the way up.
    """

    def down(node: AnyNode) -> AnyNode:
        return rebuild(enter(node), nodes=below, inlines=lambda _field, run: within(run))

    def below(sequence: tuple[Any, ...]) -> tuple[Any, ...]:
        return nodes(_same_or_new(sequence, tuple(map(down, sequence))))

    def within(run: Inlines) -> Inlines:
        return inlines(_same_or_new(run, tuple(map(down, run))))

    return rebuild_article(article, nodes=below, inlines=lambda _field, run: within(run))


def rebuild_article(
    article: Article,
    *,
    nodes: Callable[[tuple[Any, ...]], tuple[Any, ...]],
    inlines: Callable[[str, Inlines], Inlines],
) -> Article:
    """As `rebuild`, for the top of an article: fields `title` and `deck`, body and notes."""
    meta = article.meta
    cover = next(iter(nodes((meta.cover,))), None) if meta.cover else None
    meta = msgspec.structs.replace(
        meta,
        cover=cover,
        title=inlines("title", meta.title) if meta.title else (),
        deck=inlines("deck", meta.deck) if meta.deck else (),
    )
    return msgspec.structs.replace(
        article,
        meta=meta,
        body=nodes(article.body) if article.body else (),
        notes=nodes(article.notes) if article.notes else (),
    )


_FIELDS: dict[type[Node], tuple[str, ...]] = {
    Text: (),
    Marked: ("children",),
    Span: ("children",),
    Link: ("children",),
    Abbr: ("children",),
    Ruby: ("children",),
    Time: ("children",),
    NoteRef: (),
    LineBreak: (),
    Image: ("description",),
    Math: (),
    Section: ("heading", "children"),
    Paragraph: ("children",),
    List: ("items",),
    Item: ("children",),
    DefinitionList: ("entries",),
    Entry: ("terms", "definitions"),
    Term: ("children",),
    Definition: ("children",),
    Quote: ("children", "attribution"),
    Verse: ("lines",),
    VerseLine: ("children",),
    Figure: ("content", "caption", "credit"),
    Media: ("poster", "transcript"),
    Table: ("caption", "rows"),
    Row: ("cells",),
    Cell: ("children",),
    Code: ("caption",),
    Aside: ("heading", "children"),
    Embed: ("children",),
    Break: (),
    Note: ("children",),
}
_RUNS = frozenset({"heading", "caption", "credit", "attribution"})
_RUNS_OF_TEXT = frozenset(
    {Marked, Span, Link, Abbr, Ruby, Time, Paragraph, Term, VerseLine}  # in `children`
)


def _holds_inlines(node: Node, field: str) -> bool:
    return field in _RUNS or (field == "children" and type(node) in _RUNS_OF_TEXT)


def _same_or_new(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    # Untouched runs keep their identity, so that untouched parents are not built again.
    return old if all(a is b for a, b in zip(old, new, strict=True)) else new


def _article_roots(article: Article) -> tuple[AnyNode, ...]:
    cover = (article.meta.cover,) if article.meta.cover else ()
    return (*cover, *article.meta.title, *article.meta.deck, *article.body, *article.notes)


def _text_of(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.value
        case Marked() | Span() | Link() | Abbr() | Ruby() | Time():
            return plain_text(inline.children)
        case NoteRef():
            return ""
        case Image():
            return inline.alt.text if isinstance(inline.alt, Described) else ""
        case Math():
            return inline.alt
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)
