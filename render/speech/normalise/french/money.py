"""French sums of money, with their magnitudes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.speech.normalise.french.quantities import (
    ALONE,
    NUMBER,
    Quantities,
    is_plural,
    signed,
)
from render.speech.normalise.rule import Rule, rule


@dataclass(frozen=True, slots=True)
class _Currency:
    one: str
    many: str
    hundredth: str = ""
    feminine: bool = False


_EURO = _Currency("euro", "euros", "centime")
_DOLLAR = _Currency("dollar", "dollars", "cent")
_POUND = _Currency("livre", "livres", feminine=True)
_CFA = _Currency("franc C F A", "francs C F A")
_CURRENCIES = {
    "€": _EURO,
    "EUR": _EURO,
    "$ US": _Currency("dollar américain", "dollars américains"),
    "$": _DOLLAR,
    "USD": _DOLLAR,
    "£": _POUND,
    "GBP": _POUND,
    "¥": _Currency("yen", "yens"),
    "F CFA": _CFA,
    "FCFA": _CFA,
    "francs CFA": _CFA,
    "franc CFA": _CFA,
    "XOF": _CFA,
    "XAF": _CFA,
    "GNF": _Currency("franc guinéen", "francs guinéens"),
    "CHF": _Currency("franc suisse", "francs suisses"),
    "MAD": _Currency("dirham", "dirhams"),
    "DZD": _Currency("dinar algérien", "dinars algériens"),
    "TND": _Currency("dinar tunisien", "dinars tunisiens"),
    "NGN": _Currency("naira", "nairas"),
    "₦": _Currency("naira", "nairas"),
    "GHS": _Currency("cedi", "cedis"),
    "CNY": _Currency("yuan", "yuans"),
    "CAD": _Currency("dollar canadien", "dollars canadiens"),
    "F": _Currency("franc", "francs"),
}
_MAGNITUDES = {
    "k": ("mille", "mille"),
    "M": ("million", "millions"),
    "Md": ("milliard", "milliards"),
    "Mds": ("milliard", "milliards"),
    "Mrd": ("milliard", "milliards"),
}
_SYMBOL = "|".join(map(re.escape, sorted(_CURRENCIES, key=len, reverse=True)))
_BEFORE = "|".join(map(re.escape, ("$", "€", "£", "¥", "XOF", "XAF", "EUR", "USD")))
_MAGNITUDE = r"k|Mds?|Mrd|M"


def money_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """Sums with their currency after or before them, then the names of the CFA franc alone."""

    def sum_of(amount: str, magnitude: str | None, symbol: str) -> str:
        currency = _CURRENCIES[symbol]
        if magnitude:
            said = f"{quantities.number(amount)} {_MAGNITUDES[magnitude][is_plural(amount)]}"
            if amount == "1" and magnitude == "k":
                said = "mille"
            return _with_unit(said, currency.many)
        if "," in amount and currency.hundredth:
            return _with_hundredths(amount, currency, quantities)
        said = quantities.number(amount, feminine=currency.feminine)
        return _with_unit(said, currency.many if is_plural(amount) else currency.one)

    def after(match: re.Match[str]) -> str:
        sign, amount, magnitude, symbol = match.groups()
        return signed(sign) + sum_of(amount, magnitude, symbol)

    def before(match: re.Match[str]) -> str:
        symbol, amount, magnitude = match.groups()
        return sum_of(amount, magnitude, symbol)

    def of_many(match: re.Match[str]) -> str:
        return _with_unit(match.group(1), _CURRENCIES[match.group(2)].many)

    return (
        rule(rf"(?<!\w)((?:million|milliard)s?) ({_SYMBOL})(?!\w)", of_many),
        rule(rf"(?:(?<!\w)([-−+]))?{ALONE}({NUMBER}) ?({_MAGNITUDE})? ?({_SYMBOL})(?!\w)", after),
        rule(rf"(?<!\w)({_BEFORE}) ?({NUMBER}) ?({_MAGNITUDE})?(?![\w,])", before),
        rule(r"(?<!\w)(?:F ?CFA|XOF|XAF)(?!\w)", "francs C F A"),
        rule(r"(?<=franc )CFA|(?<=francs )CFA", "C F A"),
    )


def _with_unit(said: str, unit: str) -> str:
    """The unit after a number in words: `un million d’euros`, `cinq euros`."""
    if not re.search(r"(?:million|milliard)s?$", said):
        return f"{said} {unit}"
    return f"{said} d’{unit}" if unit[0] in "aeiouyéh" else f"{said} de {unit}"


def _with_hundredths(amount: str, currency: _Currency, quantities: Quantities) -> str:
    integer, _, decimals = amount.partition(",")
    if len(decimals) > 2:
        return f"{quantities.number(amount)} {currency.many}"
    hundredths = int(decimals.ljust(2, "0"))
    if int(integer.replace(" ", "").replace(".", "")) == 0:
        name = currency.hundredth + ("s" if hundredths > 1 else "")
        return f"{quantities.cardinal(hundredths)} {name} {_of(currency.one)}"
    name = currency.many if is_plural(integer) else currency.one
    said = f"{quantities.number(integer)} {name}"
    return f"{said} {quantities.cardinal(hundredths)}" if hundredths else said


def _of(noun: str) -> str:
    return f"d’{noun}" if noun[0] in "aeiouyéh" else f"de {noun}"
