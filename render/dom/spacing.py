"""White space between inlines, collapsed as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from render.model import Abbr, Inline, LineBreak, Link, Marked, Ruby, Span, Text, Time

# Not no-break spaces: those are meant.
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_Parent = Abbr | Link | Marked | Ruby | Span | Time


def tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Collapse runs of white space, trim both ends and every line, drop what is empty."""
    return tuple(_trim_end(_Spacer().run(inlines)))


def is_blank(inlines: Iterable[Inline]) -> bool:
    """Whether there is nothing but white space and breaks."""
    return all(
        (isinstance(node, Text) and not node.value.strip())
        or isinstance(node, LineBreak)
        or (isinstance(node, _Parent) and is_blank(node.children))
        for node in inlines
    )


class _Spacer:
    """Remembers across nodes whether the last character was a space."""

    def __init__(self) -> None:
        self.after_space = True

    def run(self, inlines: Iterable[Inline]) -> list[Inline]:
        out: list[Inline] = []
        for node in inlines:
            if isinstance(node, Text):
                self._text(node, out)
            elif isinstance(node, _Parent):
                children = tuple(self.run(node.children))
                if children:
                    out.append(
                        node if children == node.children else replace(node, children=children)
                    )
            elif isinstance(node, LineBreak):
                out = [*_trim_end(out), node]
                self.after_space = True
            else:
                out.append(node)
                self.after_space = False
        return out

    def _text(self, node: Text, out: list[Inline]) -> None:
        value = _BLANKS.sub(" ", node.value)
        if self.after_space:
            value = value.removeprefix(" ")
        if not value:
            return
        self.after_space = value.endswith(" ")
        last = out[-1] if out else None
        if isinstance(last, Text) and (last.id, last.lang, last.dir) == (None, None, None):
            out[-1] = Text(value=last.value + value)
        else:
            out.append(node if value == node.value else replace(node, value=value))


def _trim_end(inlines: list[Inline]) -> list[Inline]:
    out = list(inlines)
    while out:
        last = out[-1]
        if isinstance(last, Text):
            value = last.value.rstrip(" \t\n\f\r")
            if value:
                out[-1] = last if value == last.value else replace(last, value=value)
                return out
        elif isinstance(last, LineBreak):
            pass
        elif isinstance(last, _Parent):
            children = tuple(_trim_end(list(last.children)))
            if children:
                out[-1] = last if children == last.children else replace(last, children=children)
                return out
        else:
            return out
        out.pop()
    return out
