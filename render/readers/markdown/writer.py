"""Markdown tokens to the HTML that our own mapper reads, with line numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.token import Token

from render.readers.markdown.latex import formula

_KEPT = frozenset(
    {"id", "lang", "dir", "role", "class", "start", "href", "src", "title", "alt", "scope"}
)
_CONTAINERS = frozenset(
    [
        "figure",
        "description",
        "caption",
        "credit",
        "note",
        "warning",
        "correction",
        "related",
        "box",
        "pullquote",
        "verse",
    ]
)
_ABBREVIATION = re.compile(r"\*\[([^\]\n]+)\]:[ \t]*(.+)")


@dataclass(slots=True)
class Writer:
    """Writes tokens; collects what the reader reports afterwards.

    `formulas` are (line, source) of those that cannot be read; `containers` names
    unknown ones.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    formulas: list[tuple[int, str]] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    open_ends: list[str] = field(default_factory=list)
    line: int = 1

    def write(self, tokens: Sequence[Token]) -> str:
        """HTML of block tokens."""
        return "".join(self._token(token) for token in tokens)

    def write_inline(self, tokens: Sequence[Token]) -> str:
        """HTML of inline tokens."""
        return "".join(self._inline(token) for token in tokens)

    def _token(self, token: Token) -> str:
        if token.map:
            self.line = token.map[0] + 1
        if token.type == "inline":
            return self.write_inline(token.children or [])
        special = _BLOCKS.get(token.type)
        if special is not None:
            return special(self, token)
        if token.hidden:
            return ""
        if token.nesting == -1:
            return f"</{token.tag}>\n"
        line = f' data-line="{self.line}"' if token.block else ""
        return f"<{token.tag}{line}{_attributes(token.attrs)}>"

    def _inline(self, token: Token) -> str:
        special = _INLINES.get(token.type)
        if special is not None:
            return special(self, token)
        if token.nesting == -1:
            return f"</{token.tag}>"
        return f"<{token.tag}{_attributes(token.attrs)}>"


def alone(tokens: Sequence[Token]) -> Token | None:
    """The image that is all of a paragraph's inline tokens, or None."""
    solid = [token for token in tokens if token.type != "text" or token.content.strip()]
    return solid[0] if len(solid) == 1 and solid[0].type == "image" else None


def read_abbreviations(content: str) -> dict[str, str]:
    """The definitions of a paragraph made of nothing else; empty when it is not."""
    lines = [line.strip() for line in content.split("\n")]
    matches = [_ABBREVIATION.fullmatch(line) for line in lines]
    if not all(matches):
        return {}
    return {match[1]: match[2].strip() for match in matches if match is not None}


def _plain(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "image" or token.children:
            parts.append(_plain(token.children or []))
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)


def _attributes(attributes: Mapping[str, Any]) -> str:
    return "".join(
        f' {name}="{escape(str(value))}"' for name, value in attributes.items() if name in _KEPT
    )


def _container_open(writer: Writer, token: Token) -> str:
    name, _, title = token.info.strip().partition(" ")
    name = name.lower()
    if name not in _CONTAINERS:
        writer.unknown.append((writer.line, name))
    start, end = _CONTAINER_TAGS.get(name, ('<aside class="{name}"', "</aside>"))
    if name not in _CONTAINERS:
        start, end = "<div", "</div>"
    writer.open_ends.append(end)
    heading = ""
    if title.strip():
        heading = (
            f"<h6>{escape(title.strip())}</h6>"
            if "aside" in end
            else (f"<p>{escape(title.strip())}</p>")
        )
    line = f' data-line="{writer.line}"'
    return f"{start.format(name=name)}{line}{_attributes(token.attrs)}>{heading}"


def _container_close(writer: Writer, token: Token) -> str:  # noqa: ARG001
    return writer.open_ends.pop() if writer.open_ends else ""


def _code_block(writer: Writer, token: Token) -> str:
    language = token.info.strip().split(maxsplit=1)[0] if token.info.strip() else ""
    name = f' class="language-{escape(language)}"' if language else ""
    line = f' data-line="{writer.line}"'
    # The line break after `<pre>` is dropped by HTML parsers.
    return f"<pre{line}{name}>\n{escape(token.content)}</pre>\n"


def _formula_block(writer: Writer, token: Token) -> str:
    source = token.content.strip()
    if written := formula(source, "block"):
        # A label in parentheses behind the formula is a name for links.
        name = f' id="{escape(token.info.strip())}"' if token.info.strip() else ""
        return f'<p data-line="{writer.line}"{name}>{written}</p>\n'
    writer.formulas.append((writer.line, source))
    return f'<pre class="language-latex">\n{escape(source)}</pre>\n'


def _formula(writer: Writer, token: Token) -> str:
    if written := formula(token.content, "inline"):
        return written
    writer.formulas.append((writer.line, token.content))
    return f"<code>{escape(token.content)}</code>"


def _text(writer: Writer, token: Token) -> str:
    text = escape(token.content, quote=False)
    if not writer.abbreviations:
        return text
    # Longest first, so that `W3C` is not read inside `W3C-A`.
    names = sorted(writer.abbreviations, key=len, reverse=True)
    pattern = "|".join(re.escape(escape(name, quote=False)) for name in names)
    spelled = {escape(name, quote=False): name for name in names}

    def spell(match: re.Match[str]) -> str:
        expansion = escape(writer.abbreviations[spelled[match[0]]])
        return f'<abbr title="{expansion}">{match[0]}</abbr>'

    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", spell, text)


def _image(writer: Writer, token: Token) -> str:
    attributes: dict[str, Any] = {
        name: value for name, value in token.attrs.items() if name != "alt"
    }
    alternative = _plain(token.children or [])
    if alternative:
        attributes["alt"] = alternative
    return f'<img data-line="{writer.line}"{_attributes(attributes)}>'


def _note_ref(writer: Writer, token: Token) -> str:  # noqa: ARG001
    target = f"fn-{token.meta['id'] + 1}"
    return f'<a role="doc-noteref" href="#{target}"></a>'


_CONTAINER_TAGS = {
    "figure": ("<figure", "</figure>"),
    "description": ('<div class="long-description"', "</div>"),
    "caption": ("<figcaption", "</figcaption>"),
    "credit": ('<div class="credit"', "</div>"),
    "verse": ('<div class="verse"', "</div>"),
}
_BLOCKS: dict[str, Callable[[Writer, Token], str]] = {
    "code_block": _code_block,
    "container_any_close": _container_close,
    "container_any_open": _container_open,
    "fence": _code_block,
    "html_block": lambda writer, token: token.content,  # noqa: ARG005
    "front_matter": lambda writer, token: "",  # noqa: ARG005
    "math_block": _formula_block,
    "math_block_label": _formula_block,
}
_INLINES: dict[str, Callable[[Writer, Token], str]] = {
    "code_inline": lambda writer, token: (  # noqa: ARG005
        f"<code{_attributes(token.attrs)}>{escape(token.content)}</code>"
    ),
    "footnote_ref": _note_ref,
    "hardbreak": lambda writer, token: "<br>",  # noqa: ARG005
    "html_inline": lambda writer, token: token.content,  # noqa: ARG005
    "image": _image,
    "math_inline": _formula,
    "math_inline_double": _formula,
    "softbreak": lambda writer, token: "\n",  # noqa: ARG005
    "text": _text,
    "text_special": _text,
}
