"""Dates as newspapers write them, in many languages, to ISO 8601 days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from render.readers.text.vocabulary import Vocabulary

_ISO = re.compile(r"(?<!\d)(?P<y>\d{4,5})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)")
_CJK = re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]?")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:\.|er|º|ª|st|nd|rd|th)?\s+(?:de |di |of )?"
    r"(?P<m>[^\W\d_]+)\.?,?\s+(?:de |del )?(?P<y>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?P<m>[^\W\d_]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)"
)
_NUMBERS = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d)")
_TIME = re.compile(
    r"T?\b\d{1,2}\s?(?:[:.h]\s?\d{2}(?:[:.]\d{2})?(?:\.\d+)?|h\b|時\s?\d{1,2}分|시|点\d{0,2}分?)"
    r"(?:\s?(?:Z\b|[+-]\d{2}:?\d{2}))?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `day` in ISO 8601, None where it is no day, or may be two.

    `begin` and `end` are offsets into the text.
    """

    day: str | None
    begin: int
    end: int


def find_dates(text: str, words: Vocabulary) -> tuple[FoundDate, ...]:
    """The dates in the text, in order; never the month where day and month may be swapped."""
    found: list[FoundDate] = []
    for candidate in sorted(_candidates(text.translate(_OTHER_DIGITS), words), key=_place):
        if not found or candidate.begin >= found[-1].end:
            found.append(candidate)
    return tuple(found)


def without_times(text: str) -> str:
    """The text without its times of day."""
    return _TIME.sub(" ", text.translate(_OTHER_DIGITS))


def _place(found: FoundDate) -> tuple[int, int]:
    return found.begin, -found.end


def _candidates(text: str, words: Vocabulary) -> Iterator[FoundDate]:
    for pattern in (_ISO, _CJK):
        for match in pattern.finditer(text):
            day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
            yield FoundDate(day, match.start(), match.end())
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = words.months.get(match["m"].casefold())
            if month is not None:
                day = _day(int(match["y"]), month, int(match["d"]))
                yield FoundDate(day, match.start(), match.end())
    for match in _NUMBERS.finditer(text):
        day = _from_numbers(int(match["a"]), int(match["b"]), int(match["y"]))
        yield FoundDate(day, match.start(), match.end())


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_numbers(first: int, second: int, year: int) -> str | None:
    if first <= 12 and second <= 12 and first != second:
        return None
    return _day(year, second, first) or _day(year, first, second)
