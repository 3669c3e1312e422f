"""What would take a layout engine for ever: refused where it is written, before any layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from render.errors import ThemeError

_LIMITS = {"(": 20, "{": 6}
_CLOSES = {")": "(", "}": "{"}
_MEASURE_LIMIT = 100_000
_EXPANDED_LIMIT_CHARACTERS = 10_000
_MEASURE = re.compile(
    r"(?<![\w.#-])\d+(?:\.\d+)?(?:e[+-]?\d+)?"
    r"(?=(?:px|pt|pc|in|cm|mm|q|r?em|ex|ch|v[wh]|vmin|vmax|%)(?![\w-]))",
    re.IGNORECASE,
)
_PROPERTY = re.compile(r"(--[\w-]+)\s*:([^;}]*)")
_VALUE = re.compile(r"var\(\s*(--[\w-]+)")


def check_cost(path: Path, style: str) -> None:
    """Raises ThemeError for nesting, measures and custom properties beyond any use.

    The figures are far above what any style has, and far below what stops WeasyPrint.
    """
    for offset, what in (*_nesting(style), *_measures(style), *_expanding(style)):
        line = style.count("\n", 0, offset) + 1
        raise ThemeError(f"{path}:{line} {what}", hint="write the rule more simply")


def _nesting(style: str) -> Iterator[tuple[int, str]]:
    depths = dict.fromkeys(_LIMITS, 0)
    for found in re.finditer(r"[(){}]", style):
        mark = found[0]
        if mark in _CLOSES:
            depths[_CLOSES[mark]] -= 1
            continue
        depths[mark] += 1
        if depths[mark] > _LIMITS[mark]:
            yield found.start(), f"nests '{mark}' more than {_LIMITS[mark]} deep"
            return


def _measures(style: str) -> Iterator[tuple[int, str]]:
    for found in _MEASURE.finditer(style):
        if float(found[0]) > _MEASURE_LIMIT:
            yield found.start(), f"has a measure of {found[0]}"


def _expanding(style: str) -> Iterator[tuple[int, str]]:
    """Custom properties that multiply others, and those others, to no end."""
    defined = {found[1]: found for found in _PROPERTY.finditer(style)}
    used: dict[str, list[str]] = {name: _VALUE.findall(defined[name][2]) for name in defined}
    lengths: dict[str, int] = {}
    for _ in defined:  # no chain is longer
        longer = {
            name: len(defined[name][2]) + sum(lengths.get(inner, 0) for inner in used[name])
            for name in defined
        }
        for name, length in longer.items():
            if length > _EXPANDED_LIMIT_CHARACTERS:
                yield defined[name].start(), f"has '{name}', which grows beyond all bounds"
                return
        if longer == lengths:
            return
        lengths = longer
