"""Room for the numbers of a list, where they are longer than a theme has left room for.

The layout sets a number before its item, and a long one in the margin or in the next column.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

CLASS = "long-numbers"
# With their full stop: `99.` has room in every theme.
_LONGEST_WITH_ROOM = 3
# A longer one is no number of a list, and would leave no room for its text.
_MOST_CHARACTERS = 12
_LETTERS_OF_ROMAN_DIGITS = (0, 1, 2, 3, 2, 1, 2, 3, 4, 2)


def make_room(root: Element) -> None:
    """Mark every ordered list with long numbers, and say how many characters the longest has."""
    for ordered in root.iter("ol"):
        longest = max(_lengths(ordered), default=0)
        if longest > _LONGEST_WITH_ROOM:
            ordered.set("class", f"{ordered.get('class', '')} {CLASS}".strip())
            ordered.set(
                "style",
                f"--characters: {min(longest, _MOST_CHARACTERS)}; {ordered.get('style', '')}",
            )


def _lengths(ordered: Element) -> Iterator[int]:
    """The characters of each number of a list, with its full stop."""
    number = _integer(ordered.get("start"), 1)
    for item in ordered.iterfind("li"):
        number = _integer(item.get("value"), number)
        yield _length(number, ordered.get("type", "1")) + 1
        number += 1


def _length(number: int, numbering: str) -> int:
    decimal = str(number)
    if numbering in {"i", "I"} and 0 < number < 4000:
        return sum(_LETTERS_OF_ROMAN_DIGITS[int(digit)] for digit in decimal)
    # Letters are never more than the digits: `z` is 26, `zz` is 702.
    return len(decimal)


def _integer(written: str | None, otherwise: int) -> int:
    try:
        return int(written) if written else otherwise
    except ValueError:
        return otherwise
