"""The plain-text reader: pasted text, page chrome and all, to an article.

The door of the folder: everyone else knows READER only.
"""

from __future__ import annotations

from render.plugins import Reader
from render.readers.text.reader import read, sniff

READER = Reader(
    name="text",
    media_types=("text/plain",),
    suffixes=(".txt", ".text"),
    sniff=sniff,
    read=read,
)
