"""The rules in their order, over one open file."""

from __future__ import annotations

from collections.abc import Iterator

from render.checks.pdf_x.faults import Fault
from render.checks.pdf_x.inks import inks
from render.checks.pdf_x.intent import intent
from render.checks.pdf_x.pages import pages
from render.checks.pdf_x.whole import whole
from render.pdf_reading.reader import open_pdf, reading


def everything(data: bytes) -> Iterator[Fault]:
    """The faults of a file. Raises ValueError when it cannot be read."""
    import pikepdf

    with reading():
        try:
            with open_pdf(data) as pdf:
                for rules in (whole, intent, pages, inks):
                    yield from rules(pdf)
        except pikepdf.PasswordError:
            yield Fault("PDFX-102", "the file is encrypted")
