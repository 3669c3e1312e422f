"""A repair of WeasyPrint's line breaking: a run of words that fits but for its last space.

There it breaks the line after the first word. The space may hang over the edge, as it is
not painted there.
"""

from __future__ import annotations

from functools import cache
from math import inf
from typing import Any

from render.renderers.pdf.replacing import replace_everywhere

_COLLAPSING = frozenset({"normal", "pre-line"})


@cache
def repair() -> None:
    """Repair the line breaking of this process."""
    from weasyprint.text import line_break

    original = line_break.split_first_line

    def split_first_line(
        text: str,
        style: Any,  # noqa: ANN401
        context: Any,  # noqa: ANN401
        max_width: float | None,
        justification_spacing: float,
        **switches: bool,
    ) -> Any:  # noqa: ANN401
        found = original(text, style, context, max_width, justification_spacing, **switches)
        layout, _, resume_index, *_ = found
        if resume_index is None or max_width in (None, inf) or not text.endswith(" "):
            return found
        words = text.rstrip(" ")
        # Only where one of several words was taken: any other line is broken rightly.
        if " " in layout.text.strip() or " " not in words.strip():
            return found
        if style["white_space"] not in _COLLAPSING or switches.get("minimum"):
            return found
        trimmed = original(words, style, context, max_width, justification_spacing, **switches)
        if trimmed[2] is not None or trimmed[3] > max_width:
            return found
        return original(text, style, context, None, justification_spacing, **switches)

    replace_everywhere(original, split_first_line)
