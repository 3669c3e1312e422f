"""German: ordinals as they are inflected, and `eins` where nothing is counted."""

from __future__ import annotations

import re

from render.language.ordinals import is_german_ordinal
from render.speech.normalise.numbers import cardinal, counted, ordinal
from render.speech.normalise.other import WHOLE
from render.speech.normalise.rule import Rule, rule

_DAY = r"[0-9]{1,3}\."
# Also before the next of several: `am 3., 4. und 5. Juni`.
_ORDINAL = rf"(?<![\w.,:/-])([0-9]{{1,3}})\.(?=\s+\w|,\s+{_DAY})"
_SEVERAL = re.compile(rf"(?:{_DAY},?\s+(?:(?:und|oder|bis|sowie)\s+)?)+$")
_OBLIQUE = re.compile(
    r"\b(?:[ai]m|vo[mn]|zu[mr]|beim|ab|bis|seit|nach|vor|de[mns]"
    r"|(?:dies|jed|jen|kein|ein|mein|dein|sein|ihr|unser|eur)e[mns])\s+$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:d(?:er|ie|as)|(?:dies|jed|jen)e[rs]?)\s+$", re.IGNORECASE)
_MONTH = re.compile(
    r"\s+(?:Jänner|Januar|Feber|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember)\b"
)
# As far back as the words that decide go.
_BEFORE = 60
_FEMININE = re.compile(
    r"\s+(?:Million|Milliarde|Billion|Tonne|Woche|Stunde|Minute|Sekunde|Person)\b"
)
_COUNTED = re.compile(r"\s+[A-ZÄÖÜ]\w|\s?[%‰€$£°]|\s(?:[kcm]?m|[km]?g|[cm]?l|ha|t)\b")


def rules(lang: str) -> tuple[Rule, ...]:
    """The rules for German in any of its countries."""

    def one_or_more(match: re.Match[str]) -> str:
        after = match.string[match.end() :]
        if match.group() == "1" and _COUNTED.match(after):
            return cardinal(1, lang, feminine=bool(_FEMININE.match(after)))
        return counted(int(match.group()), lang)

    return (
        rule(_ORDINAL, lambda match: _inflected(match, lang)),
        rule(WHOLE, one_or_more),
    )


def _inflected(match: re.Match[str], lang: str) -> str | None:
    """`zwölften` after `am`, `zwölfter` before a month alone, else `zwölfte`.

    None for a figure that counts: one that begins a heading, or ends a sentence.
    """
    after = match.string[match.end() :]
    before = _SEVERAL.sub("", match.string[max(0, match.start() - _BEFORE) : match.start()])
    is_list = after.startswith(",")
    if (
        not is_list
        and not re.match(r"\s+\d", after)
        and not is_german_ordinal(match.group(), after)
    ):
        return None
    nominative = ordinal(int(match[1]), lang)
    if _OBLIQUE.search(before):
        return f"{nominative}n"
    if _MONTH.match(after) and not _DETERMINER.search(before):
        return f"{nominative}r"
    return nominative if before.strip() else None
