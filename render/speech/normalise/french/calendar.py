"""French dates, hours and durations."""

from __future__ import annotations

import re

from render.speech.normalise.french.quantities import DASH, Quantities
from render.speech.normalise.rule import Rule, rule

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT = {
    "janv.": "janvier",
    "févr.": "février",
    "fév.": "février",
    "avr.": "avril",
    "juil.": "juillet",
    "sept.": "septembre",
    "oct.": "octobre",
    "nov.": "novembre",
    "déc.": "décembre",
}
_MONTH = "|".join((*_MONTHS, *map(re.escape, _SHORT)))
_HOURS = r"(?:[01]?\d|2[0-4])"
_MINUTES = r"[0-5]\d"


def calendar_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """The rules for dates before those for hours."""
    return (*_date_rules(quantities), *_hour_rules(quantities))


def _date_rules(quantities: Quantities) -> tuple[Rule, ...]:
    def date(day: str, month: str, year: str) -> str | None:
        number = int(day)
        if not (1 <= number <= 31 and 1 <= int(month) <= 12):
            return None
        said = "premier" if number == 1 else quantities.cardinal(number)
        end = f" {quantities.number(year)}" if year else ""
        return f"{said} {_MONTHS[int(month) - 1]}{end}"

    def in_words(match: re.Match[str]) -> str:
        day, month, year = match.groups()
        said = "premier" if day in {"1", "1er"} else quantities.number(day.removesuffix("er"))
        end = f" {quantities.number(year)}" if year else ""
        return f"{said} {_SHORT.get(month, month)}{end}"

    return (
        rule(
            r"(?<![\w/])(\d{4})-(\d\d)-(\d\d)(?![\w-])",
            lambda match: date(match.group(3), match.group(2), match.group(1)),
        ),
        rule(
            r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/-])",
            lambda match: date(match.group(1), match.group(3), match.group(4)),
        ),
        # Day and month alone only where they can be nothing else, or the words around say so.
        rule(
            r"(?<![\w/,.])(0\d|[12]\d|3[01])/(0[1-9]|1[0-2])(?![\w/])",
            lambda match: date(match.group(1), match.group(2), ""),
        ),
        rule(rf"(?<![\w,.])(1er|\d{{1,2}}) ({_MONTH})(?!\w)(?: (\d{{4}})(?!\w))?", in_words),
    )


def _hour_rules(quantities: Quantities) -> tuple[Rule, ...]:
    def hours(hour: str, minute: str) -> str:
        said = quantities.cardinal(int(hour), feminine=True)
        unit = "heures" if int(hour) > 1 else "heure"
        if int(minute or 0) == 0:
            return f"{said} {unit}"
        return f"{said} {unit} {quantities.cardinal(int(minute), feminine=True)}"

    def clock(match: re.Match[str]) -> str:
        return hours(match.group(1), match.group(2))

    def duration(match: re.Match[str]) -> str:
        unit = "minutes" if int(match.group(2)) > 1 else "minute"
        return f"{hours(match.group(1), match.group(2))} {unit}"

    def opening(match: re.Match[str]) -> str:
        first = hours(match.group(1), match.group(2))
        return f"{first} à {hours(match.group(3), match.group(4))}"

    return (
        rule(
            rf"(?<![\w,])({_HOURS}) ?h ?({_MINUTES})?{DASH}({_HOURS}) ?h ?({_MINUTES})?(?!\w)",
            opening,
        ),
        rule(rf"(?<![\w,])(\d{{1,3}}) ?h ?({_MINUTES}) ?min(?!\w)", duration),
        rule(rf"(?<![\w,])({_HOURS}) ?h(?: ?({_MINUTES}))?(?!\w)", clock),
        rule(rf"(?<![\w:,.])({_HOURS}):({_MINUTES})(?![\w:])", clock),
    )
