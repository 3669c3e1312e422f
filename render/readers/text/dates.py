"""Dates as newspapers write them, in many languages, to ISO 8601 days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from render.readers.text.vocabulary import Vocabulary, fold

_NUMERIC = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.+-]+Z?)?(?!\d)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:\.|er|º|ª|st|nd|rd|th)?\s+(?:de |di |of )?([^\W\d_]+)\.?,?\s+(?:de |del )?(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_TIME = re.compile(r"\b\d{1,2}\s?(?:[:.h]\s?\d{2}(?::\d{2})?|h\b|時\d{1,2}分)\s?(?:[ap]\.?m\.?|Uhr|uur|UTC|GMT|BST|C?ES?T|[A-Z]{3,4}\b)?", re.IGNORECASE)
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a line: `day` in ISO 8601, None where it is no day or may be two days.

    `begin` and `end` are the offsets of what was read as date and time.
    """

    day: str | None
    begin: int
    end: int


def find_date(text: str, words: Vocabulary) -> FoundDate | None:
    """The first date in the text, or None where there is nothing like a date."""
    digits = text.translate(_ARABIC_DIGITS)
    for pattern in (_NUMERIC, _CJK):
        if match := pattern.search(digits):
            return _found(_day(*map(int, match.groups())), match)
    if match := _DAY_MONTH.search(digits):
        month = words.months.get(match[2].casefold())
        if month:
            return _found(_day(int(match[3]), month, int(match[1])), match)
    for match in _MONTH_DAY.finditer(digits):
        month = words.months.get(match[1].casefold())
        if month:
            return _found(_day(int(match[3]), month, int(match[2])), match)
    if match := _SLASHED.search(digits):
        return _found(_slashed(*map(int, match.groups())), match)
    return None


def without_time(text: str) -> str:
    """The text without times of day."""
    return _TIME.sub(" ", text.translate(_ARABIC_DIGITS))


def is_date_word(word: str, words: Vocabulary) -> bool:
    """Whether a word may stand around a date in a date line: weekdays are not listed, so no."""
    return fold(word) in words.months


def _found(day: str | None, match: re.Match[str]) -> FoundDate:
    return FoundDate(day, match.start(), match.end())


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _slashed(first: int, second: int, year: int) -> str | None:
    """Day first, as nearly everywhere; None where month first would be a day too."""
    if first <= 12 and second <= 12 and first != second:
        return None
    return _day(year, second, first) or _day(year, first, second)
