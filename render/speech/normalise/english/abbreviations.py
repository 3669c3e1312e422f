"""English abbreviations, titles of people, references and acronyms."""

from __future__ import annotations

import re

from render.speech.normalise.acronyms import Acronyms, say
from render.speech.normalise.english.quantities import number, spell
from render.speech.normalise.rule import Rule, rule

_TITLES = {
    r"Mr\.?": "Mister",
    r"Mrs\.?": "Missus",
    r"Ms\.?": "Miz",
    r"Dr\.?": "Doctor",
    r"Prof\.": "Professor",
    r"Gen\.": "General",
    r"Col\.": "Colonel",
    r"Capt\.": "Captain",
    r"Sgt\.?": "Sergeant",
    r"Lt\.?": "Lieutenant",
    r"Sen\.": "Senator",
    r"Rep\.": "Representative",
    r"Gov\.": "Governor",
    r"Rev\.": "Reverend",
    r"St\.?": "Saint",
}
# Before a name, or another title that has one: "Mr. and Mrs. Touré".
_NAMED = r"(?= [A-ZÀ-Ý]| and (?:Mrs?|Ms|Dr)\b)"
_REFERENCES = {
    "No.": "number",
    "no.": "number",
    "Nos.": "numbers",
    "pp.": "pages",
    "p.": "page",
    "Fig.": "figure",
    "fig.": "figure",
    "vol.": "volume",
    "Vol.": "volume",
    "ch.": "chapter",
    "art.": "article",
    "§": "section",
}
_ABBREVIATIONS = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "vs.": "versus",
    "vs": "versus",
    "approx.": "approximately",
    "dept.": "department",
    "Dept.": "Department",
    "govt.": "government",
    "Jr.": "Junior",
    "Sr.": "Senior",
    "Inc.": "Incorporated",
    "Ltd.": "Limited",
    "Ltd": "Limited",
    "Co.": "Company",
    "Corp.": "Corporation",
    "Ave.": "Avenue",
    "Blvd.": "Boulevard",
}
# Said as words, or by letters (the empty ones) even in a headline in capitals.
_LEXICON = {
    "AES": "", "AIDS": "Aids", "AU": "", "COVID": "Covid", "DC": "", "ECOWAS": "Ecowas", "EU": "",
    "FBI": "", "FIFA": "Fifa", "GDP": "", "IMF": "", "NASA": "Nasa", "NATO": "Nato", "OPEC": "Opec",
    "UK": "", "UN": "", "UNESCO": "Unesco", "UNHCR": "", "UNICEF": "Unicef", "USA": "",
    "USAID": "U-S Aid", "CEO": "", "CIA": "", "NGO": "", "OK": "OK", "TV": "", "BBC": "",
}  # fmt: skip
_STRESSED = frozenset(
    "AFTER ALL AN AND ANY ARE AS AT BE BUT BY CAN DID DO DOES FOR FROM GET GOT HAD HAS HE HER HIM "
    "HIS HOW IF IN IS ITS ME MORE MUST MY NEW NO NOT NOW OF OFF ON ONE ONLY OR OUR OUT SHE SO THAT "
    "THE THEM THEY THIS TO TOO UP VERY WAS WE WHAT WHEN WHY WILL WITH YES YOU YOUR".split()
)
ACRONYMS = Acronyms(_LEXICON, _STRESSED, spell)
_ACRONYM = r"(?<![\w.])([A-Z]{2,})(s(?!\w))?(?![\w.]\w|\w)"


def abbreviation_rules() -> tuple[Rule, ...]:
    """References, titles and abbreviations before acronyms, which have no dots."""

    def lettered(match: re.Match[str]) -> str:
        letters, figures = match.groups()
        return f"{ACRONYMS.said(letters)} {number(figures)}"

    def dotted(match: re.Match[str]) -> str:
        letters = match.group().replace(".", "")
        return spell(letters)

    references = "|".join(map(re.escape, sorted(_REFERENCES, key=len, reverse=True)))
    shortened = "|".join(map(re.escape, sorted(_ABBREVIATIONS, key=len, reverse=True)))
    return (
        rule(r"(?<=[a-z] )St\.(?! ?[A-Z])", "Street"),
        *(rule(rf"(?<![\w.-]){form}{_NAMED}", title) for form, title in _TITLES.items()),
        rule(rf"(?<![\w.-])(?:{shortened})(?!\w)", lambda match: _ABBREVIATIONS[match.group()]),
        rule(
            rf"(?<![\w.-])({references}) ?(?=\d)", lambda match: f"{_REFERENCES[match.group(1)]} "
        ),
        rule(r"(?<![\w.])([A-Z]{1,5})-?(\d{1,4})(?![\w-]|[.,]\d)", lettered),
        rule(
            r"(?<![\w,.])(\d{1,2})([A-Z])(?!\w)",
            lambda match: f"{number(match.group(1))} {match.group(2)}",
        ),
        # Initials of a person keep their space, as two words; the rest is an acronym.
        rule(
            r"(?<![\w.])([A-Z])\.([A-Z])\.(?= [A-Z][a-z])(?<!U\.S\.)(?<!U\.N\.)(?<!U\.K\.)",
            lambda match: f"{match.group(1)} {match.group(2)}",
        ),
        rule(r"(?<![\w.])(?:[A-Z]\.){2,}", dotted),
        rule(_ACRONYM, _plural_or_one),
    )


def _plural_or_one(match: re.Match[str]) -> str | None:
    said = say(ACRONYMS)(match)
    if said is None or not match.group(2):
        return said
    # "M-Ps" would be said letter by letter.
    return f"{said.removesuffix('s')}'s"
