"""English sums of money, with their magnitudes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.speech.normalise.english.quantities import (
    ALONE,
    NUMBER,
    cardinal,
    is_one,
    number,
    signed,
)
from render.speech.normalise.rule import Rule, rule


@dataclass(frozen=True, slots=True)
class _Currency:
    one: str
    many: str
    hundredth: str = ""
    hundredths: str = ""


_DOLLAR = _Currency("dollar", "dollars", "cent", "cents")
_US_DOLLAR = _Currency("U-S dollar", "U-S dollars", "cent", "cents")
_EURO = _Currency("euro", "euros", "cent", "cents")
_POUND = _Currency("pound", "pounds", "penny", "pence")
_CFA = _Currency("C-F-A franc", "C-F-A francs")
_BEFORE = {
    "US$": _US_DOLLAR,
    "C$": _Currency("Canadian dollar", "Canadian dollars"),
    "A$": _Currency("Australian dollar", "Australian dollars"),
    "$": _DOLLAR,
    "€": _EURO,
    "£": _POUND,
    "¥": _Currency("yen", "yen"),
    "₦": _Currency("naira", "naira"),
    "₹": _Currency("rupee", "rupees"),
}
_AFTER = {
    "USD": _US_DOLLAR,
    "EUR": _EURO,
    "€": _EURO,
    "GBP": _POUND,
    "F CFA": _CFA,
    "FCFA": _CFA,
    "XOF": _CFA,
    "XAF": _CFA,
    "CHF": _Currency("Swiss franc", "Swiss francs"),
    "NGN": _Currency("naira", "naira"),
    "GHS": _Currency("cedi", "cedis"),
    "p": _Currency("penny", "pence"),
}
_MAGNITUDES = {
    "k": "thousand",
    "K": "thousand",
    "m": "million",
    "M": "million",
    "mn": "million",
    "b": "billion",
    "bn": "billion",
    "B": "billion",
    "tn": "trillion",
}
# A sum before one of these is said in the singular: "a five dollar note".
_QUALIFIED = (
    r"note|bill|coin|deal|loan|budget|package|contract|project|plan|fund|fine|grant|investment|gift|"
    r"programme|program|bond|stake|bid"
)


def money_rules() -> tuple[Rule, ...]:
    """Sums with their currency before or after them."""

    def before(match: re.Match[str]) -> str:
        sign, symbol, amount, magnitude, qualifies = match.groups()
        said = _sum(amount, magnitude, _BEFORE[symbol], singular=bool(qualifies))
        return signed(sign) + said

    def after(match: re.Match[str]) -> str | None:
        amount, magnitude, symbol = match.groups()
        # "720p" and the like are pictures, not prices.
        if symbol == "p" and len(amount) > 2:
            return None
        return _sum(amount, magnitude, _AFTER[symbol], singular=False)

    symbols = "|".join(map(re.escape, _BEFORE))
    codes = "|".join(map(re.escape, _AFTER))
    magnitudes = r"(?: (?:thousand|million|billion|trillion)|k|K|mn?|M|bn?|B|tn)"
    return (
        rule(
            rf"(?:(?<!\w)([-−+]))?(?<!\w)({symbols}) ?({NUMBER})({magnitudes})?(?![\w]|[.,]\d)"
            rf"(?=( (?:{_QUALIFIED})(?!\w))?)",
            before,
        ),
        rule(rf"{ALONE}({NUMBER})({magnitudes})? ?({codes})(?!\w)", after),
    )


def _sum(amount: str, magnitude: str | None, currency: _Currency, *, singular: bool) -> str:
    integer, _, decimals = amount.partition(".")
    if magnitude:
        scale = _MAGNITUDES.get(magnitude, magnitude.strip())
        return f"{number(amount)} {scale} {currency.one if singular else currency.many}"
    if len(decimals) == 2 and currency.hundredth:
        return _with_hundredths(integer, int(decimals), currency)
    name = currency.one if singular or is_one(amount) else currency.many
    return f"{number(amount)} {name}"


def _with_hundredths(integer: str, hundredths: int, currency: _Currency) -> str:
    small = currency.hundredth if hundredths == 1 else currency.hundredths
    if integer == "0":
        return f"{cardinal(hundredths)} {small}"
    said = f"{number(integer)} {currency.one if is_one(integer) else currency.many}"
    return f"{said} and {cardinal(hundredths)} {small}" if hundredths else said
