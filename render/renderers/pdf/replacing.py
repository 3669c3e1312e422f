"""Functions of WeasyPrint, replaced in this process."""

from __future__ import annotations

import sys


def replace_everywhere(original: object, ours: object) -> None:
    """Put a function in the place of another wherever WeasyPrint has imported it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint"):
            for key, value in list(vars(module).items()):
                if value is original:
                    setattr(module, key, ours)
