"""Passes over Markdown's block tokens: what the dialect adds to CommonMark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from itertools import pairwise

from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from render.readers.markdown.writer import alone, read_abbreviations

_CAPTION = re.compile(r"(?:Table)?:\s+", re.IGNORECASE)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*(\{[^{}]*\})[ \t]*$")
_BREAKS = frozenset({"softbreak", "hardbreak"})
_DASHES = ("— ", "– ", "-- ")


def take_abbreviations(tokens: list[Token]) -> tuple[list[Token], dict[str, str]]:
    """The tokens without the paragraphs that define abbreviations, and the definitions."""
    found: dict[str, str] = {}
    out: list[Token] = []
    for group in _groups(tokens):
        defined = read_abbreviations(group[1].content) if _is_paragraph(group) else {}
        if defined:
            found.update(defined)
        else:
            out.extend(group)
    return out, found


def take_notes(tokens: list[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The tokens without the definitions of notes, and those by their label."""
    out: list[Token] = []
    notes: dict[str, list[Token]] = {}
    inside: list[str] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside.append(token.meta["label"])
            notes.setdefault(inside[-1], [])
        elif token.type == "footnote_reference_close":
            inside.pop()
        else:
            (notes[inside[-1]] if inside else out).append(token)
    return out, notes


def shape(tokens: list[Token]) -> list[Token]:
    """Tokens with figures, table captions, row headers, attributions and heading ids."""
    tokens = _caption_tables(tokens)
    tokens = _figures(tokens)
    tokens = _attributions(tokens)
    _break_verses(tokens)
    _heading_attributes(tokens)
    _row_headers(tokens)
    return tokens


def _groups(tokens: Sequence[Token]) -> list[list[Token]]:
    """Paragraphs as groups of three tokens, anything else as groups of one."""
    groups: list[list[Token]] = []
    index = 0
    while index < len(tokens):
        size = 3 if tokens[index].type == "paragraph_open" else 1
        groups.append(list(tokens[index : index + size]))
        index += size
    return groups


def _is_paragraph(group: Sequence[Token]) -> bool:
    return len(group) == 3 and group[1].type == "inline"


def _caption_tables(tokens: list[Token]) -> list[Token]:
    groups = _groups(tokens)
    taken: set[int] = set()
    captions: dict[int, Token] = {}
    openings: list[int] = []
    for index, group in enumerate(groups):
        if group[0].type == "table_open":
            openings.append(index)
            if index and _is_caption(groups[index - 1]) and index - 1 not in taken:
                taken.add(index - 1)
                captions[index] = groups[index - 1][1]
        elif group[0].type == "table_close":
            start = openings.pop()
            after = groups[index + 1] if index + 1 < len(groups) else []
            if start not in captions and _is_caption(after):
                taken.add(index + 1)
                captions[start] = after[1]
    out: list[Token] = []
    for index, group in enumerate(groups):
        if index in taken:
            continue
        out.extend(group)
        if index in captions:
            out += [
                Token("caption_open", "caption", 1, block=True),
                _without_mark(captions[index]),
                Token("caption_close", "caption", -1, block=True),
            ]
    return out


def _is_caption(group: Sequence[Token]) -> bool:
    if not _is_paragraph(group):
        return False
    first = next(iter(group[1].children or []), None)
    return first is not None and first.type == "text" and bool(_CAPTION.match(first.content))


def _without_mark(inline: Token) -> Token:
    children = list(inline.children or [])
    first = copy(children[0])
    first.content = _CAPTION.sub("", first.content, count=1)
    changed = copy(inline)
    changed.children = [first, *children[1:]]
    return changed


def _figures(tokens: list[Token]) -> list[Token]:
    """Pictures alone in a paragraph, and descriptions moved into the figure before them."""
    out: list[Token] = []
    open_names: list[str] = []
    # Depth of a description to the end of the figure that it is moved into.
    ends: dict[int, Token] = {}
    for group in _groups(tokens):
        first = group[0]
        bare = bool(open_names) and open_names[-1] == "figure"
        if first.type == "container_any_open":
            open_names.append(_name(first))
            if open_names[-1] == "description" and not bare and _ends_figure(out):
                ends[len(open_names)] = out.pop()
        out.extend(_figure(group, bare=bare))
        if first.type == "container_any_close" and open_names:
            if len(open_names) in ends:
                out.append(ends.pop(len(open_names)))
            first.meta = {"name": open_names.pop()}
    return out


def _figure(group: list[Token], *, bare: bool) -> list[Token]:
    picture = alone(group[1].children or []) if _is_paragraph(group) else None
    if picture is None:
        if bare and _is_paragraph(group):
            return [_tag("figcaption", 1), group[1], _tag("figcaption", -1)]
        return group
    inline = copy(group[1])
    title = str(picture.attrs.get("title", ""))
    picture = copy(picture)
    picture.attrs = {name: value for name, value in picture.attrs.items() if name != "title"}
    inline.children = [picture]
    caption: list[Token] = []
    if title:
        text = Token("inline", "", 0, map=inline.map)
        text.children = [Token("text", "", 0, content=title)]
        caption = [_tag("figcaption", 1), text, _tag("figcaption", -1)]
    if bare:
        return [inline, *caption]
    return [_tag("figure", 1, inline.map), inline, *caption, _tag("figure", -1)]


def _tag(name: str, nesting: int, lines: list[int] | None = None) -> Token:
    kind = "open" if nesting == 1 else "close"
    return Token(f"{name}_{kind}", name, -1 if nesting < 0 else 1, block=True, map=lines)


def _name(token: Token) -> str:
    return token.info.strip().split(maxsplit=1)[0].lower() if token.info.strip() else ""


def _ends_figure(tokens: Sequence[Token]) -> bool:
    last = tokens[-1] if tokens else None
    return last is not None and (last.type == "figure_close" or last.meta.get("name") == "figure")


def _break_verses(tokens: Sequence[Token]) -> None:
    """In verse, the end of a line is a break."""
    open_names: list[str] = []
    for token in tokens:
        if token.type == "container_any_open":
            open_names.append(_name(token))
        elif token.type == "container_any_close" and open_names:
            open_names.pop()
        elif token.type == "inline" and "verse" in open_names:
            for child in token.children or []:
                child.type = "hardbreak" if child.type == "softbreak" else child.type


def _attributions(tokens: list[Token]) -> list[Token]:
    """Make the last line of a quotation a footer when it begins with a dash."""
    out: list[Token] = []
    for token in tokens:
        if token.type == "blockquote_close":
            _part_footer(out)
        out.append(token)
    return out


def _part_footer(out: list[Token]) -> None:
    if len(out) < 4 or out[-1].type != "paragraph_close":
        return
    inline = out[-2]
    children = inline.children or []
    breaks = [at for at, child in enumerate(children) if child.type in _BREAKS]
    begin = breaks[-1] + 1 if breaks else 0
    alone_in_quote = not breaks and out[-4].type == "blockquote_open"
    if alone_in_quote or begin >= len(children):
        return
    if not children[begin].content.startswith(_DASHES):
        return
    children[begin].content = children[begin].content.split(maxsplit=1)[1]
    footer = copy(inline)
    footer.children = children[begin:]
    inline.children = children[: max(begin - 1, 0)]
    if not breaks:
        del out[-3:]
    out += [_tag("footer", 1, inline.map), footer, _tag("footer", -1)]


def _heading_attributes(tokens: Sequence[Token]) -> None:
    """`## Title {#id lang=fr}`: the attributes are the heading's."""
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open" or not inline.children:
            continue
        last = inline.children[-1]
        match = _HEADING_ATTRIBUTES.search(last.content) if last.type == "text" else None
        if match is None:
            continue
        try:
            _, attributes = parse(match[1])
        except ParseError:
            continue
        last.content = last.content[: match.start()]
        opening.attrs = {**opening.attrs, **attributes}


def _row_headers(tokens: list[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.type != "table_open":
            continue
        end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
        rows = _first_cells(tokens, index, end)
        asked = "row-headers" in str(token.attrs.get("class", "")).split()
        corner = bool(rows) and not tokens[rows[0] + 1].content.strip()
        body = [at for at in rows if tokens[at].tag == "td"]
        bold = bool(body) and all(_all_bold(tokens[at + 1]) for at in body)
        if not (asked or corner or bold):
            continue
        for at in body:
            if not tokens[at + 1].content.strip():
                continue
            tokens[at].tag = tokens[at + 2].tag = "th"
            tokens[at].attrs = {**tokens[at].attrs, "scope": "row"}
            if bold:
                inline = tokens[at + 1]
                inline.children = [
                    child for child in inline.children or [] if not child.type.startswith("strong")
                ]


def _first_cells(tokens: Sequence[Token], begin: int, end: int) -> list[int]:
    return [at + 1 for at in range(begin, end) if tokens[at].type == "tr_open"]


def _all_bold(inline: Token) -> bool:
    solid = [child for child in inline.children or [] if child.type != "text" or child.content]
    return bool(solid) and solid[0].type == "strong_open" and solid[-1].type == "strong_close"
