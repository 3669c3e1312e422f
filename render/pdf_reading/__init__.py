"""PDF bytes to the tree a screen reader walks: tags, text, alternatives, languages, outline."""

from render.pdf_reading.listing import listing
from render.pdf_reading.reader import read_tree
from render.pdf_reading.speaking import headings, spoken_text, text_of, words, written_text
from render.pdf_reading.values import (
    Annotation,
    Artifact,
    OutlineItem,
    Tag,
    TagTree,
    Words,
)

__all__ = [
    "Annotation",
    "Artifact",
    "OutlineItem",
    "Tag",
    "TagTree",
    "Words",
    "headings",
    "listing",
    "read_tree",
    "spoken_text",
    "text_of",
    "words",
    "written_text",
]
