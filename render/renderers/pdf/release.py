"""The rings of references in a layout, opened when it is done with.

A style and the anonymous one below it hold each other, and the context of a layout holds
itself. All boxes hang from these, and were found by a search of the whole layout alone: a
twentieth of the time of 93 pages.
"""

from __future__ import annotations

import weakref
from typing import Any

# Whatever is gone by itself is not kept.
_rings: list[weakref.ref[Any]] = []


def watch() -> None:
    """Note, in this process, every object that will hold a ring together."""
    from weasyprint.css import AnonymousStyle
    from weasyprint.layout import LayoutContext

    def noting(original: Any, ring: Any) -> Any:  # noqa: ANN401
        def __init__(made: Any, *given: Any, **named: Any) -> None:  # noqa: ANN401, N807
            original(made, *given, **named)
            _rings.append(weakref.ref(ring(made)))

        return __init__

    AnonymousStyle.__init__ = noting(AnonymousStyle.__init__, lambda style: style.parent_style)
    LayoutContext.__init__ = noting(LayoutContext.__init__, lambda context: context)


def let_go() -> None:
    """Open the rings of the layouts made so far, which must be done with."""
    for each in _rings:
        held = each()
        if isinstance(held, dict):  # a style
            vars(held).pop("anonymous_style", None)
        elif held is not None:
            vars(held).clear()
    _rings.clear()
