"""The HTML reader: pages and fragments."""

from __future__ import annotations

import re

from render.plugins import Reader
from render.reading import Reading, ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Reading:
    # 60 ms of imports, which the readers of other inputs need not wait for.
    from render.readers.html.reader import read

    return read(source, options)


def _sniff(source: Source) -> float:
    """How much the bytes look like HTML: a page's beginning, or a share of tags."""
    head = source.data[:4096].decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype html", "<html")) or "<html" in head[:1024]:
        return 0.95
    tags = len(re.findall(r"</?(?:p|div|h[1-6]|ul|ol|li|a|span|article|section|table)\b", head))
    if head.startswith("<"):
        return min(0.8, 0.4 + 0.05 * tags)
    return min(0.4, 0.02 * tags)


READER = Reader(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml", ".xht"),
    sniff=_sniff,
    read=_read,
    reads_pages=True,
)
