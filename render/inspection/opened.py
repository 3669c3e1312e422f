"""Finished files opened as what they are, once for all checks of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from render.pdf_reading.claims import claimed_flavours
from render.plugins import CheckedFile

if TYPE_CHECKING:
    from pikepdf import Pdf

    from render.epub_reading import Epub
    from render.pdf_reading import TagTree


def tag_tree(file: CheckedFile) -> TagTree:
    """The tag tree of a PDF. Raises ValueError when it cannot be read."""
    return file.read_once(_tag_tree)


def opened_pdf(file: CheckedFile) -> Pdf:
    """A PDF as pikepdf has it, for what the tree does not say; raises what pikepdf raises.

    Only for what is itself read once: no two threads may ask it at the same time.
    """
    return file.read_once(_pdf)


def opened_epub(file: CheckedFile) -> Epub:
    """The parts of an EPUB. Raises InputError or BudgetError when it cannot be read."""
    return file.read_once(_epub)


def flavours(file: CheckedFile) -> tuple[str, ...]:
    """The standards that a PDF claims."""
    return file.read_once(_flavours)


def _tag_tree(file: CheckedFile) -> TagTree:
    from render.pdf_reading.reader import reading, tree_of

    with reading():
        return tree_of(opened_pdf(file))


def _pdf(file: CheckedFile) -> Pdf:
    from render.pdf_reading.reader import open_pdf

    return open_pdf(file.data)


def _epub(file: CheckedFile) -> Epub:
    # lxml is loaded when there is an EPUB to open.
    from render.epub_reading import read_epub

    return read_epub(file.data)


def _flavours(file: CheckedFile) -> tuple[str, ...]:
    return claimed_flavours(file.data)
