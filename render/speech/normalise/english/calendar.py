"""English dates, decades and hours."""

from __future__ import annotations

import re

from render.speech.normalise.english.quantities import DASH, cardinal, ordinal, year
from render.speech.normalise.rule import Rule, rule

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = {
    "Jan.": "January",
    "Feb.": "February",
    "Mar.": "March",
    "Apr.": "April",
    "Aug.": "August",
    "Sept.": "September",
    "Sep.": "September",
    "Oct.": "October",
    "Nov.": "November",
    "Dec.": "December",
}
_MONTH = "|".join((*_MONTHS, *map(re.escape, _SHORT)))
_HALF = r"([apAP])\.?[mM]\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"


def calendar_rules(*, month_first: bool) -> tuple[Rule, ...]:
    """Dates before hours; `month_first` reads 3/4 as the fourth of March."""

    def figures(match: re.Match[str]) -> str | None:
        first, _, second, years = match.groups()
        if int(second) > 12 or (month_first and int(first) <= 12):
            return _month_day(int(first), int(second), years)
        return _day_month(int(first), int(second), years)

    return (
        rule(
            r"(?<![\w/])(\d{4})-(\d\d)-(\d\d)(?![\w-])",
            lambda match: _month_day(int(match.group(2)), int(match.group(3)), match.group(1)),
        ),
        rule(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-])", figures),
        rule(rf"(?<!\w)({_MONTH}) ({_DAY}) ?{DASH} ?({_DAY})(?!\w)", _days),
        rule(rf"(?<!\w)({_MONTH}) ({_DAY})(?![\w:])(?:(,)? (\d{{4}})(?!\w))?", _named_month_day),
        rule(
            rf"(?<![\w,.])(the )?({_DAY}) (?:of )?({_MONTH})(?!\w)(?:,? (\d{{4}})(?!\w))?",
            _named_day_month,
        ),
        rule(r"(?<!\w)(\d{2})(\d)0s(?!\w)", _decade_of_century),
        rule(r"(?<!\w)[’'](\d)0s(?!\w)", lambda match: _decade(int(match.group(1)))),
        rule(rf"(?<![\w:,.])(\d{{1,2}})(?::([0-5]\d))? ?{_HALF}(?!\w)", _half_day),
        rule(r"(?<![\w:,.])([01]?\d|2[0-4]):([0-5]\d)(?![\w:])", _clock),
    )


def _month_day(month: int, day: int, years: str) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{_MONTHS[month - 1]} {ordinal(day)}, {year(int(years))}"


def _day_month(day: int, month: int, years: str) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"the {ordinal(day)} of {_MONTHS[month - 1]} {year(int(years))}"


def _days(match: re.Match[str]) -> str:
    month, first, last = match.groups()
    return f"{_SHORT.get(month, month)} {_ordinal(first)} to {_ordinal(last)}"


def _named_month_day(match: re.Match[str]) -> str:
    month, day, _, years = match.groups()
    said = f"{_SHORT.get(month, month)} {_ordinal(day)}"
    return f"{said}, {year(int(years))}" if years else said


def _named_day_month(match: re.Match[str]) -> str:
    _, day, month, years = match.groups()
    said = f"the {_ordinal(day)} of {_SHORT.get(month, month)}"
    return f"{said} {year(int(years))}" if years else said


def _ordinal(day: str) -> str:
    return ordinal(int(re.sub(r"\D", "", day)))


def _decade_of_century(match: re.Match[str]) -> str:
    century, decade = int(match.group(1)), int(match.group(2))
    if not decade:
        return f"{cardinal(century)} hundreds" if century != 20 else "two thousands"
    return f"{cardinal(century)} {_decade(decade)}"


def _decade(tens: int) -> str:
    return f"{cardinal(10 * tens).removesuffix('y')}ies" if tens > 1 else "tens"


def _half_day(match: re.Match[str]) -> str:
    hour, minutes, half = match.groups()
    said = cardinal(int(hour)) + (f" {_minutes(minutes)}" if int(minutes or 0) else "")
    return f"{said} {half.upper()}-M"


def _clock(match: re.Match[str]) -> str:
    hour, minutes = match.groups()
    if int(minutes) == 0:
        return f"{cardinal(int(hour))} o’clock"
    return f"{cardinal(int(hour))} {_minutes(minutes)}"


def _minutes(written: str) -> str:
    return ("oh " if written.startswith("0") else "") + cardinal(int(written))
