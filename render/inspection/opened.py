"""Finished files opened as what they are, once for all checks of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from render.pdf_reading.claims import claimed_flavours
from render.plugins import CheckedFile

if TYPE_CHECKING:
    from render.epub_reading import Epub
    from render.pdf_reading import TagTree


def tag_tree(file: CheckedFile) -> TagTree:
    """The tag tree of a PDF. Raises ValueError when it cannot be read."""
    return file.read_once(_tag_tree)


def opened_epub(file: CheckedFile) -> Epub:
    """The parts of an EPUB. Raises InputError or BudgetError when it cannot be read."""
    return file.read_once(_epub)


def flavours(file: CheckedFile) -> tuple[str, ...]:
    """The standards that a PDF claims."""
    return file.read_once(_flavours)


def _tag_tree(file: CheckedFile) -> TagTree:
    from render.pdf_reading import read_tree

    return read_tree(file.data)


def _epub(file: CheckedFile) -> Epub:
    # lxml is loaded when there is an EPUB to open.
    from render.epub_reading import read_epub

    return read_epub(file.data)


def _flavours(file: CheckedFile) -> tuple[str, ...]:
    return claimed_flavours(file.data)
