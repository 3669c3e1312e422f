"""French ordinals and Roman numerals."""

from __future__ import annotations

import re

from render.speech.normalise import roman
from render.speech.normalise.french.quantities import Quantities
from render.speech.normalise.rule import Rule, rule

# Whose number is part of the name.
_RULERS = (
    "Abdallah|Albert|Alexandre|Alphonse|Askia Mohammed|Baudouin|Benoît|Boniface|Catherine|Charles|"
    "Christian|Clément|Constantin|Édouard|Elisabeth|Élisabeth|Felipe|Ferdinand|Fouad|François|"
    "Frédéric|Georges?|Grégoire|Guillaume|Gustave|Hassan|Henri|Hussein|Innocent|Jacques|Jean|"
    "Jean-Paul|Juan Carlos|Léon|Léopold|Louis|Louis-Philippe|Mohammed|Napoléon|Nicolas|Paul|"
    "Philippe|Pie|Pierre|Ptolémée|Ramsès|Richard|Umberto|Urbain|Victor-Emmanuel"
)
_PARTS = (
    "[Cc]hapitre|[Tt]ome|[Aa]cte|[Ll]ivre|[Pp]artie|[Tt]itre|[Aa]nnexe|[Vv]olume|[Ss]cène|[Pp]hase|"
    "[Aa]rticle|[Ss]ection|[Nn]iveau|[Tt]ype"
)
_FIRSTS = {"er": "premier", "ers": "premiers", "re": "première", "res": "premières"}
_FIRST_ENDS = frozenset({"er", "ers", "re", "res", "ère", "ères"})
_ENDS = r"ers?|ères?|res?|èmes?|emes?|ᵉ|es?"


def ordinal_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """Figures and Roman numerals with an ordinal ending, then numerals that names carry."""

    def ordinal(number: int, end: str, after: str) -> str:
        end = {"ère": "re", "ères": "res"}.get(end, end)
        if number == 1 and end in _FIRSTS:
            return _FIRSTS[end]
        # A singular ending before a plural noun (XIXe et XXe siècles) stays singular.
        said = quantities.ordinal(number, feminine=after == "f")
        return f"{said}s" if end.endswith("s") else said

    def in_figures(match: re.Match[str]) -> str:
        return ordinal(int(match.group(1)), match.group(2), "")

    def in_roman(match: re.Match[str]) -> str | None:
        numeral, end = match.groups()
        number = roman.value(numeral)
        # "Le" and "Vers" are words: fifty is no century, and only the first ends in "er".
        if number is None or number > 39 or (number == 1) != (end in _FIRST_ENDS):
            return None
        return ordinal(number, end, "")

    def named(match: re.Match[str]) -> str | None:
        number = roman.value(match.group(2))
        if number is None or number > 39:
            return None
        return f"{match.group(1)} {quantities.cardinal(number)}"

    def of_a_part(match: re.Match[str]) -> str | None:
        number = roman.value(match.group(2))
        return None if number is None else f"{match.group(1)} {quantities.cardinal(number)}"

    return (
        rule(r"(?<!\w)2nde?s?(?!\w)", _second),
        rule(rf"(?<![\w,.])(\d+)({_ENDS})(?!\w)", in_figures),
        rule(rf"(?<!\w)([IVXL]+)({_ENDS})(?!\w)", in_roman),
        rule(rf"(?<!\w)({_RULERS}) ([IVX]+)(?!\w)", named),
        rule(rf"(?<!\w)({_PARTS}) ([IVXLC]+)(?!\w)", of_a_part),
        # Elsewhere only what can hardly be anything else: a name, then two strokes or more.
        rule(r"(?<!\w)([A-ZÀ-Ý][^\W\d_]*[a-zà-ÿ]) ([IVX]{2,})(?!\w)", named),
    )


def _second(match: re.Match[str]) -> str:
    written = match.group()
    feminine = "e" if "e" in written else ""
    return f"second{feminine}" + ("s" if written.endswith("s") else "")
