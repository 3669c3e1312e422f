"""The Markdown reader; `dialect` says what it understands."""

from __future__ import annotations

import re

from render.plugins import Reader
from render.reading import Reading, ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Reading:
    # 60 ms of imports, which the readers of other inputs need not wait for.
    from render.readers.markdown.reader import read

    return read(source, options)


def _sniff(source: Source) -> float:
    """How much the bytes look like Markdown: front matter, ATX headings, links, fences."""
    head = source.data[:4096].decode("utf-8", "replace").removeprefix("\ufeff")
    if re.match(r"---[ \t]*\r?\n(?:.*\r?\n)*?[A-Za-z_]+:", head):
        return 0.9
    signs = re.findall(r"(?m)^#{1,6} \S|^```|^\s*[*-] \S|\]\([^)\s]+\)|^> |\*\*\S", head)
    return min(0.7, 0.15 * len(signs))


READER = Reader(
    name="markdown",
    media_types=("text/markdown", "text/x-markdown"),
    suffixes=(".md", ".markdown", ".mdown", ".mkd"),
    sniff=_sniff,
    read=_read,
)
