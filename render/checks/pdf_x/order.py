"""The rules in their order, over one open file."""

from __future__ import annotations

import io
from collections.abc import Iterator

from render.checks.pdf_x.faults import Fault
from render.checks.pdf_x.inks import inks
from render.checks.pdf_x.intent import intent
from render.checks.pdf_x.pages import pages
from render.checks.pdf_x.whole import whole


def everything(data: bytes) -> Iterator[Fault]:
    """The faults of a file. Raises ValueError when it cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for rules in (whole, intent, pages, inks):
                yield from rules(pdf)
    except pikepdf.PasswordError:
        yield Fault("PDFX-102", "the file is encrypted")
    except (pikepdf.PdfError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"the PDF cannot be read: {error}") from error
