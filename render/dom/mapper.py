"""Block elements to block nodes; the one recursion over the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace as replace_heading

from msgspec.structs import replace

from render.dom.account import Account
from render.dom.asides import aside, details, gallery, is_gallery
from render.dom.attributes import class_words, classes, node_attributes, omission_rule, roles
from render.dom.embeds import frame, media
from render.dom.figures import figure, is_captioned, is_uncaptioned, lone_caption, with_caption
from render.dom.inlines import map_inlines
from render.dom.lists import definition_list, list_block
from render.dom.mapping import Child, Heading, Mapper, Piece
from render.dom.pictures import image
from render.dom.sections import nest
from render.dom.spacing import is_blank, tidy
from render.dom.tables import table
from render.dom.tree import Element
from render.model import (
    Block,
    Break,
    Code,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Paragraph,
    Quote,
    Text,
    Verse,
    VerseLine,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# A number, perhaps with a word before it.
_PAGE_LABEL_LIMIT = 20


class TreeMapper:
    """Maps a tree to an article's blocks and writes down what it leaves out."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def blocks(self, children: Sequence[Child]) -> tuple[Block, ...]:
        """Blocks with headings made into sections."""
        return nest(self.pieces(children))

    def inlines(self, children: Sequence[Child]) -> tuple[Inline, ...]:
        """Inlines with white space collapsed."""
        return map_inlines(children, self.account)

    def pieces(self, children: Sequence[Child]) -> list[Piece]:
        """Blocks with headings still flat between them."""
        out: list[Piece] = []
        run: list[Child] = []
        for child in children:
            if isinstance(child, str) or not child.is_block:
                run.append(child)
                continue
            out.extend(self._paragraphs(run))
            run = []
            caption = lone_caption(child) if out and is_uncaptioned(out[-1]) else None
            if caption is not None:
                out[-1] = with_caption(out[-1], self.inlines(caption.children))
            else:
                out.extend(self._block(child))
        out.extend(self._paragraphs(run))
        return out

    def _paragraphs(self, run: list[Child]) -> Iterator[Block]:
        for part in _split_at_breaks(run):
            inlines = self.inlines(part)
            if not is_blank(inlines):
                yield from _paragraph(inlines)

    def _block(self, element: Element) -> list[Piece]:
        rule = omission_rule(element, self.account)
        if rule is not None:
            if rule != "silent" or self.account.list_silent:
                self.account.drop(element, rule)
            return []
        if roles(element) & {"doc-pagebreak", "pagebreak"}:
            return _page_break(element, self)
        handler = _HANDLERS.get(element.tag, _container)
        return _dress(handler(element, self), element, self.account)


def _page_break(element: Element, mapper: TreeMapper) -> list[Piece]:
    words = " ".join(element.text().split())
    label = element.get("aria-label") or element.get("title")
    if not label and len(words) <= _PAGE_LABEL_LIMIT:
        label = words
    # A marker that was never closed holds the text that follows it.
    kept = _container(element, mapper) if words not in (label or "") else []
    return [Break(kind="page", label=label or None), *kept]


def _paragraph(inlines: tuple[Inline, ...]) -> Iterator[Block]:
    """A paragraph; pictures and formulas that stand alone are blocks of their own."""
    alone = [node for node in inlines if not (isinstance(node, LineBreak) or _is_space(node))]
    if alone and all(isinstance(node, Image | Math) for node in alone):
        yield from (node for node in alone if isinstance(node, Image | Math))
    else:
        yield Paragraph(children=inlines)


def _is_space(node: Inline) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def _split_at_breaks(run: list[Child]) -> Iterator[list[Child]]:
    """Two `br` in a row end a paragraph; one is a line break."""
    part: list[Child] = []
    breaks = 0
    for child in run:
        if isinstance(child, Element) and child.tag == "br":
            breaks += 1
        elif isinstance(child, Element) or child.strip():
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        if breaks < 2:
            part.append(child)
    yield part


def _dress(pieces: list[Piece], element: Element, account: Account) -> list[Piece]:
    """Give the pieces what the element says of all of them: id, language, direction."""
    if not pieces or not element.attributes:
        return pieces
    attributes = node_attributes(element, account)
    name = element.attributes.get("data-anchor")
    if not attributes and not name:
        return pieces
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        changes = {key: value for key, value in attributes.items() if not getattr(piece, key)}
        if name and index == 0 and piece.id is None:
            changes["id"] = name
        if isinstance(piece, Heading):
            out.append(replace_heading(piece, **changes))
        else:
            out.append(replace(piece, **changes) if changes else piece)
    return out


def _container(element: Element, mapper: Mapper) -> list[Piece]:
    if is_captioned(element):
        return figure(element, mapper)
    if classes(element) & {"admonition", "wp-block-pullquote"} or roles(element) & {
        "doc-pullquote"
    }:
        return aside(element, mapper)
    if is_gallery(element):
        return gallery(element, mapper)
    if classes(element) & {"verse", "poem", "poetry", "wp-block-verse"}:
        return _stanzas(element, mapper)
    return mapper.pieces(element.children)


def _linked(element: Element, mapper: Mapper) -> list[Piece]:
    """A link around blocks becomes a link in each of its paragraphs and headings."""
    out: list[Piece] = []
    for piece in mapper.pieces(element.children):
        if not isinstance(piece, Paragraph | Heading):
            out.append(piece)
            continue
        shell = Element("a", element.attributes)
        probe = [node for node in mapper.inlines([_with_text(shell)]) if isinstance(node, Link)]
        if not probe or any(isinstance(node, Link) for node in piece.children):
            out.append(piece)
            continue
        children = (replace(probe[0], children=piece.children),)
        if isinstance(piece, Heading):
            out.append(replace_heading(piece, children=children))
        else:
            out.append(replace(piece, children=children))
    return out


def _with_text(element: Element) -> Element:
    element.children = ["x"]
    return element


def _heading(element: Element, mapper: Mapper) -> list[Piece]:
    run: list[Child] = []
    extra: list[Piece] = []
    for child in element.children:
        # A picture or a paragraph in a heading: its words are the heading's.
        if isinstance(child, Element) and child.find("table", "ul", "ol", "figure"):
            extra.extend(mapper.pieces([child]))
        else:
            run.append(child)
    inlines = tidy(
        Text(value=" ") if isinstance(node, LineBreak) else node for node in mapper.inlines(run)
    )
    if all(isinstance(node, Image) or _is_space(node) for node in inlines):
        if not inlines:
            mapper.account.note("HTML-019", "empty heading is left out", element)
        return [*(node for node in inlines if isinstance(node, Image)), *extra]
    return [Heading(_HEADINGS.get(element.tag, 2), inlines), *extra]


def _quote(element: Element, mapper: Mapper) -> list[Piece]:
    if class_words(element) & {"pullquote"}:
        return aside(element, mapper)
    body = list(element.children)
    attribution: tuple[Inline, ...] = ()
    solid = [child for child in body if isinstance(child, Element) or child.strip()]
    last = solid[-1] if solid else None
    if isinstance(last, Element) and len(solid) > 1 and _says_who(last):
        attribution = mapper.inlines(last.children if last.tag != "cite" else [last])
        body = [child for child in body if child is not last]
    blocks = mapper.blocks(body)
    if not blocks:
        return [Paragraph(children=attribution)] if attribution else []
    cite = element.get("cite")
    return [
        Quote(
            children=blocks,
            attribution=attribution,
            cite=cite if cite.startswith(("https://", "http://")) else None,
        )
    ]


def _says_who(element: Element) -> bool:
    if element.tag in {"footer", "cite"} or "attribution" in class_words(element):
        return True
    return (
        element.tag == "p"
        and element.text().startswith(("— ", "– ", "―"))
        and (len(element.text()) < 160)
    )


def _pre(element: Element, mapper: Mapper) -> list[Piece]:
    if class_words(element) & {"verse", "poem", "poetry"}:
        return _verse(element, mapper)
    parts: list[str] = []
    stack: list[Child] = list(reversed(element.children))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "br":
            parts.append("\n")
        else:
            stack.extend(reversed(node.children))
    value = "".join(parts).strip("\n")
    if not value.strip():
        return []
    return [Code(value=value.rstrip(), language=_language(element))]


def _language(element: Element) -> str | None:
    code = element.find("code")
    for node in (element, *([code] if code is not None else [])):
        if node.get("data-lang") or node.get("data-language"):
            return node.get("data-lang") or node.get("data-language")
        for name in node.get("class").split():
            for prefix in ("language-", "lang-", "highlight-source-", "brush:"):
                if name.startswith(prefix) and len(name) > len(prefix):
                    return name.removeprefix(prefix)
    return None


def _verse(element: Element, mapper: Mapper) -> list[Piece]:
    lines: list[list[Child]] = [[]]
    for child in element.children:
        if isinstance(child, Element) and child.tag == "br":
            lines.append([])
        elif isinstance(child, str):
            first, *rest = child.split("\n")
            lines[-1].append(first)
            lines.extend([line] for line in rest)
        else:
            lines[-1].append(child)
    made = [VerseLine(children=mapper.inlines(line)) for line in lines]
    made = [line for line in made if line.children]
    return [Verse(lines=tuple(made))] if made else []


def _stanzas(element: Element, mapper: Mapper) -> list[Piece]:
    """Each paragraph of a poem is a stanza; anything else in it stays what it is."""
    if not any(isinstance(child, Element) and child.tag == "p" for child in element.children):
        return mapper.pieces(element.children) if element.has_block else _verse(element, mapper)
    out: list[Piece] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "p" and not child.has_block:
            out.extend(_verse(child, mapper))
        else:
            out.extend(mapper.pieces([child]))
    return out


def _image_block(element: Element, mapper: Mapper) -> list[Piece]:
    inside = element if element.tag == "img" else element.find("img")
    picture = image(inside, mapper.account) if inside is not None else None
    return [picture] if picture is not None else []


_HANDLERS: dict[str, Callable[[Element, Mapper], list[Piece]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "a": _linked,
    "aside": aside,
    "audio": media,
    "blockquote": _quote,
    "details": details,
    "dl": definition_list,
    "embed": frame,
    "figure": figure,
    "hr": lambda element, mapper: [Break()],  # noqa: ARG005
    "iframe": frame,
    "img": _image_block,
    "menu": list_block,
    "object": frame,
    "ol": list_block,
    "picture": _image_block,
    "pre": _pre,
    "table": table,
    "ul": list_block,
    "video": media,
}
