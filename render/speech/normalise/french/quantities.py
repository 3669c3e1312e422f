"""French numbers as they are written in running text, and as they are said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.speech.normalise.numbers import cardinal, figures, ordinal, whole
from render.speech.normalise.rule import Rule, rule

# "1 500 000", "1.500.000", "1234", "2,5": not inside a word or a longer number.
NUMBER = r"(?:\d{1,3}(?:[ .]\d{3})+(?![\d])|\d+)(?:,\d+)?"
ALONE = r"(?<![\w,.])"
DASH = r"[-–—]"
# ISBNs and account numbers: three groups or more.
CODE = r"(?<![\w.-])\d+(?:-\d+){2,}(?![\w-])"
_SIGNS = {"-": "moins", "−": "moins", "–": "moins", "+": "plus", "±": "plus ou moins"}
_HALVES = {
    (1, 2): "un demi",
    (1, 3): "un tiers",
    (2, 3): "deux tiers",
    (1, 4): "un quart",
    (3, 4): "trois quarts",
}
_OPERATORS = {"+": "plus", "=": "égale", "×": "fois", "÷": "divisé par", "−": "moins"}
# Feminine nouns that news counts: before them 1, 21, 31 … end in "une".
_FEMININE = frozenset(
    "année années heure heures minute minutes seconde secondes journée journées semaine semaines "
    "nuit nuits fois personne personnes femme femmes fille filles victime victimes famille "
    "familles tonne tonnes livre livres page pages place places voix commune communes région "
    "régions ville villes école écoles entreprise entreprises nation nations organisation "
    "organisations association associations étape étapes couronne couronnes roupie roupies "
    "question questions maison maisons arrestation arrestations attaque attaques bombe bombes "
    "arme armes voiture voitures langue langues île îles province provinces chambre chambres "
    "naissance naissances élection élections députée députées candidate candidates équipe équipes "
    "médaille médailles mesure mesures raison raisons mortes".split()
)


@dataclass(frozen=True, slots=True)
class Quantities:
    """The number words of French, or of the French of a region."""

    lang: str

    def number(self, written: str, *, feminine: bool = False) -> str:
        """A written number in words: `1 234,5` as `mille deux cent trente-quatre virgule cinq`."""
        integer, _, decimals = written.replace(" ", "").replace(".", "").partition(",")
        if not decimals:
            return whole(integer, self.lang, feminine=feminine)
        return f"{whole(integer, self.lang)} virgule {self.decimals(decimals)}"

    def decimals(self, digits: str) -> str:
        """The figures after the comma: up to three as a number, more one by one."""
        return whole(digits, self.lang) if len(digits) <= 3 else figures(digits, self.lang)

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        """A whole number in words."""
        return cardinal(number, self.lang, feminine=feminine)

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """An ordinal in words."""
        return ordinal(number, self.lang, feminine=feminine)


def is_plural(written: str) -> bool:
    """Whether a French noun after this number is plural: from two on."""
    integer = re.sub(r"[ .]", "", written).partition(",")[0]
    return int(integer) >= 2


def signed(sign: str | None) -> str:
    """The word for a sign before a number, with its space."""
    return f"{_SIGNS[sign.strip()]} " if sign else ""


def spell(letters: str) -> str:
    """Letters one by one."""
    return " ".join(letters)


def number_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """Phone numbers, fractions, ranges, sums and then every number that is left."""

    def phone(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+", match.group())
        said = [quantities.number(group) for group in groups]
        return ("plus " if match.group().startswith("+") else "") + ", ".join(said)

    def code(match: re.Match[str]) -> str:
        return ", ".join(figures(run, quantities.lang) for run in match.group().split("-"))

    def fraction(match: re.Match[str]) -> str | None:
        return _HALVES.get((int(match.group(1)), int(match.group(2))))

    def between(match: re.Match[str]) -> str:
        return f"{quantities.number(match.group(1))} à {quantities.number(match.group(2))}"

    def number(match: re.Match[str]) -> str:
        feminine = (match.group(3) or "").lower() in _FEMININE
        return signed(match.group(1)) + quantities.number(match.group(2), feminine=feminine)

    return (
        rule(r"(?<![\w+])0\d(?:[ .-]\d\d){4}(?!\w)", phone),
        rule(r"(?<!\w)\+\d{1,3}(?: \d{2,3}){3,5}(?![\w ]\d)", phone),
        rule(r"(?<![\w/])(\d)/(\d)(?![\w/])", fraction),
        rule(CODE, code),
        rule(rf"(?<![\w,.–-])({NUMBER}) ?{DASH} ?({NUMBER})(?!\w|[-–.,]\d)", between),
        rule(r"(?<=\d) ([+=×÷−]) (?=\d)", lambda match: f" {_OPERATORS[match.group(1)]} "),
        rule(rf"(?<![\w)])([-−–+]|± ?)({NUMBER})(?=(?: ([^\W\d_]+))?)(?!\w)", number),
        rule(rf"(){ALONE}({NUMBER})(?=(?: ([^\W\d_]+))?)(?!\w)", number),
        rule(r"(?<= )&(?= )", "et"),
    )
