"""French measures: numbers with their units, percentages and chemical formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.speech.normalise.french.quantities import (
    ALONE,
    DASH,
    NUMBER,
    Quantities,
    is_plural,
    signed,
)
from render.speech.normalise.rule import Rule, rule


@dataclass(frozen=True, slots=True)
class _Unit:
    one: str
    many: str
    feminine: bool = False


def _regular(*names: str) -> dict[str, _Unit]:
    return {
        symbol: _Unit(name, f"{name}s")
        for symbol, _, name in (each.partition("=") for each in names)
    }


_UNITS = {
    **_regular(
        "km=kilomètre", "m=mètre", "cm=centimètre", "mm=millimètre", "kg=kilo", "g=gramme",
        "mg=milligramme", "l=litre", "L=litre", "cl=centilitre", "ml=millilitre", "hl=hectolitre",
        "ha=hectare", "W=watt", "kW=kilowatt", "MW=mégawatt", "GW=gigawatt", "kWh=kilowattheure",
        "MWh=mégawattheure", "GWh=gigawattheure", "Go=gigaoctet", "Mo=mégaoctet", "Ko=kilooctet",
        "To=téraoctet", "kbit=kilobit", "Mbit=mégabit", "Gbit=gigabit",
        "dB=décibel", "V=volt", "hab.=habitant",
    ),
    "t": _Unit("tonne", "tonnes", feminine=True),
    "min": _Unit("minute", "minutes", feminine=True),
    "s": _Unit("seconde", "secondes", feminine=True),
    "Hz": _Unit("hertz", "hertz"),
    "kHz": _Unit("kilohertz", "kilohertz"),
    "MHz": _Unit("mégahertz", "mégahertz"),
    "GHz": _Unit("gigahertz", "gigahertz"),
    "°C": _Unit("degré Celsius", "degrés Celsius"),
    "°F": _Unit("degré Fahrenheit", "degrés Fahrenheit"),
    "°": _Unit("degré", "degrés"),
    "%": _Unit("pour cent", "pour cent"),
    "‰": _Unit("pour mille", "pour mille"),
    "km/h": _Unit("kilomètre à l’heure", "kilomètres à l’heure"),
}  # fmt: skip
_POWERS = {"2": ("carré", "carrés"), "3": ("cube", "cubes")}
_SUPERSCRIPTS = str.maketrans("²³₂₃₄", "23234")
_SYMBOL = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_PER = r"hab\.|km|m|cm|kg|g|l|L|ha|s|min|h|j"
_PER_NAMES = {"h": "heure", "j": "jour"}
_FORMULAS = {
    "CO2": "C O deux",
    "CO₂": "C O deux",
    "H2O": "H deux O",
    "H₂O": "H deux O",
    "CH4": "C H quatre",
    "CH₄": "C H quatre",
    "O2": "O deux",
    "O₂": "O deux",
    "NO2": "N O deux",
    "NO₂": "N O deux",
    "SO2": "S O deux",
    "SO₂": "S O deux",
    "N2O": "N deux O",
    "N₂O": "N deux O",
}


def measure_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """Heights first ("un mètre quatre-vingts"), then every number with a unit."""

    def named(amount: str, unit: _Unit) -> str:
        return unit.many if is_plural(amount) else unit.one

    def height(match: re.Match[str]) -> str:
        unit = "mètres" if int(match.group(1)) > 1 else "mètre"
        first, second = (quantities.number(group) for group in match.groups())
        return f"{first} {unit} {second}"

    def measure(match: re.Match[str]) -> str:
        sign, low, amount, symbol, power, per, per_power = match.groups()
        unit = _UNITS[symbol]
        name = named(amount, unit)
        if power:
            name += f" {_power(power, plural=is_plural(amount))}"
        if per:
            below = _PER_NAMES.get(per) or _UNITS[per].one
            name += f" par {below}" + (f" {_power(per_power, plural=False)}" if per_power else "")
        said = quantities.number(amount, feminine=unit.feminine)
        start = f"{quantities.number(low)} à " if low else ""
        return f"{signed(sign)}{start}{said} {name}"

    def in_brackets(match: re.Match[str]) -> str:
        symbol, power = match.groups()
        return _UNITS[symbol].many + (f" {_power(power, plural=True)}" if power else "")

    formula = "|".join(_FORMULAS)
    return (
        rule(r"(?<![\w,.])(\d),(\d\d) ?m(?![\w²³/])", height),
        rule(
            rf"(?:(?<![\w)])([-−–+]|± ?))?{ALONE}(?:({NUMBER}) ?{DASH} ?)?({NUMBER}) ?({_SYMBOL})"
            rf"([23²³])?(?:/({_PER})([23²³])?)?(?![\w²³/])",
            measure,
        ),
        rule(rf"(?<=\()({_SYMBOL})([23²³])?(?=\))", in_brackets),
        rule(rf"(?<!\w)(?:{formula})(?!\w)", lambda match: _FORMULAS[match.group()]),
    )


def _power(digit: str, *, plural: bool) -> str:
    return _POWERS[digit.translate(_SUPERSCRIPTS)][plural]
