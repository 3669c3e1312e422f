"""The tag tree of a PDF and what a screen reader would say of it, for people to read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from render.errors import InputError


def show_trees(paths: Iterable[Path]) -> int:
    """Print each PDF's tags, then the words in the order they are spoken.

    Raises InputError for a file that is no PDF.
    """
    # pikepdf takes 0.1 s to import.
    from render.pdf_reading import listing, read_tree, spoken_text

    for path in paths:
        try:
            tree = read_tree(path.read_bytes())
        except OSError as error:
            raise InputError(
                f"cannot read '{path}': {(error.strerror or str(error)).lower()}",
                hint="check the name and your rights to it",
            ) from error
        except ValueError as error:
            raise InputError(
                f"'{path}' has no tags to show: {error}", hint="--tree is for PDF files"
            ) from error
        click.echo(f"{path}: tags\n\n{listing(tree)}\n\n{path}: what is spoken\n")
        click.echo(spoken_text(tree))
    return 0
