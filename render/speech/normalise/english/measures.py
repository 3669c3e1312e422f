"""English measures: numbers with their units, percentages and chemical formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.speech.normalise.english.quantities import (
    ALONE,
    DASH,
    NUMBER,
    is_one,
    number,
    signed,
)
from render.speech.normalise.rule import Rule, rule


@dataclass(frozen=True, slots=True)
class _Unit:
    one: str
    many: str


def _regular(*names: str) -> dict[str, _Unit]:
    return {
        symbol: _Unit(name, f"{name}s")
        for symbol, _, name in (each.partition("=") for each in names)
    }


_UNITS = {
    **_regular(
        "km=kilometre", "m=metre", "cm=centimetre", "mm=millimetre", "kg=kilogram", "g=gram",
        "mg=milligram", "l=litre", "L=litre", "cl=centilitre", "ml=millilitre", "mL=millilitre",
        "ha=hectare", "W=watt", "kW=kilowatt", "MW=megawatt", "GW=gigawatt", "kWh=kilowatt hour",
        "MWh=megawatt hour", "GWh=gigawatt hour", "GB=gigabyte", "MB=megabyte", "kB=kilobyte",
        "Gbit=gigabit", "Mbit=megabit", "kbit=kilobit",
        "TB=terabyte", "dB=decibel", "V=volt", "mi=mile", "yd=yard", "lb=pound", "lbs=pound",
        "oz=ounce", "min=minute", "mins=minute", "sec=second", "secs=second", "hr=hour",
        "hrs=hour", "t=tonne",
    ),
    "ft": _Unit("foot", "feet"),
    "in.": _Unit("inch", "inches"),
    "mph": _Unit("mile per hour", "miles per hour"),
    "km/h": _Unit("kilometre per hour", "kilometres per hour"),
    "kph": _Unit("kilometre per hour", "kilometres per hour"),
    "Hz": _Unit("hertz", "hertz"),
    "kHz": _Unit("kilohertz", "kilohertz"),
    "MHz": _Unit("megahertz", "megahertz"),
    "GHz": _Unit("gigahertz", "gigahertz"),
    "°C": _Unit("degree Celsius", "degrees Celsius"),
    "°F": _Unit("degree Fahrenheit", "degrees Fahrenheit"),
    "°": _Unit("degree", "degrees"),
    "%": _Unit("percent", "percent"),
    "people": _Unit("people", "people"),
}  # fmt: skip
_POWERS = {"2": "square", "3": "cubic"}
_SUPERSCRIPTS = str.maketrans("²³", "23")
_SYMBOL = "|".join(
    map(re.escape, sorted((name for name in _UNITS if name != "people"), key=len, reverse=True))
)
_PER = {"km": "kilometre", "m": "metre", "h": "hour", "hr": "hour", "s": "second", "l": "litre",
        "L": "litre", "kg": "kilogram", "ha": "hectare", "day": "day", "mi": "mile"}  # fmt: skip
_FORMULAS = {
    "CO2": "C-O two",
    "CO₂": "C-O two",
    "H2O": "H two O",
    "H₂O": "H two O",
    "CH4": "C-H four",
    "CH₄": "C-H four",
    "NO2": "N-O two",
    "NO₂": "N-O two",
    "SO2": "S-O two",
    "SO₂": "S-O two",
}


def measure_rules() -> tuple[Rule, ...]:
    """Every number with a unit, then formulas."""

    def measure(match: re.Match[str]) -> str:
        sign, low, amount, symbol, power, per, per_power = match.groups()
        unit = _UNITS[symbol]
        name = unit.one if is_one(amount) else unit.many
        if power:
            name = f"{_power(power)} {name}"
        if per:
            name += " per " + (f"{_power(per_power)} " if per_power else "") + _PER[per]
        start = f"{number(low)} to " if low else ""
        return f"{signed(sign)}{start}{number(amount)} {name}"

    def in_brackets(match: re.Match[str]) -> str:
        symbol, power = match.groups()
        return (f"{_power(power)} " if power else "") + _UNITS[symbol].many

    per = "|".join(sorted(_PER, key=len, reverse=True))
    formula = "|".join(_FORMULAS)
    return (
        rule(
            rf"(?:(?<![\w)])([-−–+]|± ?))?{ALONE}(?:({NUMBER}) ?{DASH} ?)?({NUMBER}) ?"
            rf"({_SYMBOL}|people(?=/))([23²³])?(?:/({per})([23²³])?)?(?![\w²³/])",
            measure,
        ),
        rule(rf"(?<=\()({_SYMBOL})([23²³])?(?=\))", in_brackets),
        rule(rf"(?<!\w)(?:{formula})(?!\w)", lambda match: _FORMULAS[match.group()]),
    )


def _power(digit: str) -> str:
    return _POWERS[digit.translate(_SUPERSCRIPTS)]
