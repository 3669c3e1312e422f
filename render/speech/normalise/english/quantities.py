"""English numbers as they are written in running text, and as they are said."""

from __future__ import annotations

import re

from render.speech.normalise.numbers import cardinal as cardinal_in
from render.speech.normalise.numbers import figures, whole
from render.speech.normalise.numbers import ordinal as ordinal_in
from render.speech.normalise.rule import Rule, rule

# "1,500,000", "1234", "2.5": not inside a word or a longer number.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
ALONE = r"(?<![\w,.])"
DASH = r"[-–—]"
# ISBNs and account numbers: three groups or more.
CODE = r"(?<![\w.-])\d+(?:-\d+){2,}(?![\w-])"
_SIGNS = {"-": "minus", "−": "minus", "–": "minus", "+": "plus", "±": "plus or minus"}
_HALVES = {
    (1, 2): "one half",
    (1, 3): "one third",
    (2, 3): "two thirds",
    (1, 4): "one quarter",
    (3, 4): "three quarters",
}
_OPERATORS = {"+": "plus", "=": "equals", "×": "times", "÷": "divided by", "−": "minus"}
_EN = "en"


def number(written: str) -> str:
    """A written number in words, its decimals one by one: `3.14` as `three point one four`."""
    integer, _, decimals = written.replace(",", "").partition(".")
    said = whole(integer, _EN)
    return f"{said} point {figures(decimals, _EN)}" if decimals else said


def cardinal(value: int) -> str:
    """A whole number in words."""
    return cardinal_in(value, _EN)


def ordinal(value: int) -> str:
    """An ordinal in words."""
    return ordinal_in(value, _EN)


def year(value: int) -> str:
    """A year as it is said: `1905` as `nineteen oh five`."""
    century, rest = divmod(value, 100)
    if not 1100 <= value <= 2099 or 2000 <= value <= 2009:
        return cardinal(value)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def signed(sign: str | None) -> str:
    """The word for a sign before a number, with its space."""
    return f"{_SIGNS[sign.strip()]} " if sign else ""


def spell(letters: str) -> str:
    """Letters one by one; hyphens keep the letter A from being said as the article."""
    return "-".join(letters)


def is_one(written: str) -> bool:
    """Whether a noun after this number is singular."""
    return written == "1"


def number_rules() -> tuple[Rule, ...]:
    """Phone numbers, fractions, ranges, sums, years and then every number that is left."""

    def phone(match: re.Match[str]) -> str:
        groups = [_digits(group) for group in re.findall(r"\d+", match.group())]
        return ("plus " if match.group().startswith("+") else "") + ", ".join(groups)

    def fraction(match: re.Match[str]) -> str | None:
        return _HALVES.get((int(match.group(1)), int(match.group(2))))

    def between(match: re.Match[str]) -> str:
        first, second = match.groups()
        # "1853–76" are years too.
        shortened = len(second) < len(first) and _looks_like_year(first)
        years = shortened or (_looks_like_year(first) and _looks_like_year(second))
        return f"{(_year_or_number if years else number)(first)} to {_year_or_number(second)}"

    return (
        rule(r"(?<!\w)\+\d{1,3}(?: \d{2,4}){3,4}(?![\w ]\d)", phone),
        rule(r"(?<!\w)\(\d{3}\) \d{3}-\d{4}(?!\w)", phone),
        rule(r"(?<![\w/])(\d)/(\d)(?![\w/])", fraction),
        rule(CODE, lambda match: ", ".join(figures(run, _EN) for run in match.group().split("-"))),
        rule(rf"(?<![\w,.–-])({NUMBER}) ?{DASH} ?({NUMBER})(?!\w|[-–.,]\d)", between),
        rule(r"(?<=\d) ([+=×÷−]) (?=\d)", lambda match: f" {_OPERATORS[match.group(1)]} "),
        rule(
            rf"(?<![\w)])([-−–+]|± ?)({NUMBER})(?!\w)",
            lambda match: signed(match.group(1)) + number(match.group(2)),
        ),
        rule(rf"{ALONE}({NUMBER})(?!\w)", lambda match: _year_or_number(match.group(1))),
        rule(r"(?<= )&(?= )", "and"),
    )


def _looks_like_year(written: str) -> bool:
    return bool(re.fullmatch(r"1[1-9]\d\d|20\d\d", written))


def _year_or_number(written: str) -> str:
    return year(int(written)) if _looks_like_year(written) else number(written)


def _digits(group: str) -> str:
    return " ".join("oh" if digit == "0" else cardinal(int(digit)) for digit in group)
