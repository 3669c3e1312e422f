"""The HTML reader: pages and fragments."""

from render.readers.html.reader import READER

__all__ = ["READER"]
