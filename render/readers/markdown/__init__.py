"""The Markdown reader; `dialect` says what it understands."""

from render.readers.markdown.reader import READER

__all__ = ["READER"]
