"""Roman numerals."""

from __future__ import annotations

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_FORMS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def value(numeral: str) -> int | None:
    """The number of a well-formed Roman numeral in capitals, else None."""
    if not numeral or set(numeral) - set(_VALUES):
        return None
    number = 0
    for sign, after in zip(numeral, [*numeral[1:], ""], strict=True):
        worth = _VALUES[sign]
        number += -worth if worth < _VALUES.get(after, 0) else worth
    return number if _written(number) == numeral else None


def _written(number: int) -> str:
    numeral = ""
    for worth, form in _FORMS:
        count, number = divmod(number, worth)
        numeral += form * count
    return numeral
