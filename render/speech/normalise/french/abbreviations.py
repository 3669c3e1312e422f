"""French abbreviations, titles of people, references and acronyms."""

from __future__ import annotations

import re

from render.speech.normalise.acronyms import Acronyms, say
from render.speech.normalise.french.quantities import Quantities, spell
from render.speech.normalise.rule import Rule, rule

# Before a name only, or another title that has one ("M. et Mme Touré"), and with the dot or
# the capital that makes them titles.
_CAPITAL = r"(?= [A-ZÀ-Ý]| et (?:M|Mme|Mlle|Dr|Pr)\b)"
_TITLES = {
    r"M\.": "Monsieur",
    r"MM\.": "Messieurs",
    "Mme": "Madame",
    "Mmes": "Mesdames",
    "Mlle": "Mademoiselle",
    "Mlles": "Mesdemoiselles",
    r"Dr\.?": "Docteur",
    r"Drs": "Docteurs",
    r"Pr\.?": "Professeur",
    "Me": "Maître",
    "Mgr": "Monseigneur",
    r"[Cc]ol\.": "colonel",
    r"[Gg]én\.": "général",
    r"[Cc]dt": "commandant",
}
_REFERENCES = {
    "art.": "article",
    "pp.": "pages",
    "p.": "page",
    "chap.": "chapitre",
    "vol.": "volume",
    "fig.": "figure",
    "Fig.": "Figure",
    "§": "paragraphe",
    "n°": "numéro",
    "N°": "numéro",
    "no": "numéro",
    "nº": "numéro",
    "nos": "numéros",
    "n°s": "numéros",
    "tél.": "téléphone",
    "Tél.": "Téléphone",
    "env.": "environ",
}
_ABBREVIATIONS = {
    "etc.": "et cetera",
    "etc…": "et cetera",
    "c.-à-d.": "c’est-à-dire",
    "p. ex.": "par exemple",
    "av. J.-C.": "avant Jésus-Christ",
    "apr. J.-C.": "après Jésus-Christ",
    "ap. J.-C.": "après Jésus-Christ",
    "cf.": "voir",
    "Cf.": "Voir",
    "vs": "contre",
    "vs.": "contre",
    "N.B.": "nota bene",
    "NB": "nota bene",
    "P.-S.": "post-scriptum",
    "hab.": "habitants",
    "env.": "environ",
}
_STREETS = {"av.": "avenue", "bd": "boulevard", "bld": "boulevard", "pl.": "place"}
# Said as words, or by letters (the empty ones) even in a headline in capitals.
_LEXICON = {
    "AES": "", "BCEAO": "", "CAN": "", "CFA": "", "CEDEAO": "Cédéao", "COVID": "Covid", "DC": "",
    "FAMA": "Fama", "FIFA": "Fifa", "INSEE": "Insee", "ISBN": "", "MINUSMA": "Minusma",
    "NASA": "Nasa", "OIT": "", "OMS": "", "ONU": "Onu", "OPEP": "Opep", "OTAN": "Otan",
    "OVNI": "Ovni", "PIB": "", "RFI": "", "SIDA": "Sida", "TICAD": "Ticad", "UA": "", "UE": "",
    "UEMOA": "Uémoa", "UNESCO": "Unesco", "UNICEF": "Unicef", "USA": "", "USAID": "U S Aid",
    "CICR": "", "CNSP": "", "CPI": "", "FMI": "", "HCR": "", "ONG": "", "OCDE": "", "TVA": "",
    "SMIC": "Smic", "ZLECAF": "Zlécaf", "OK": "",
}  # fmt: skip
_STRESSED = frozenset(
    "AU AUX AVEC CE CES DE DES DU ELLE EN EST ET ICI IL ILS JE LA LE LES MAIS MES MON NE NI NON "
    "NOUS ON OU OUI PAR PAS PEU PLUS POUR QUE QUI SA SANS SE SES SI SON SUR TOUS TOUT TRÈS UN UNE "
    "VOUS".split()
)
ACRONYMS = Acronyms(_LEXICON, _STRESSED, spell)
_ACRONYM = r"(?<![\w.])([A-ZÀ-Ý]{2,})(s)?(?![\w.]\w|\w)"


def abbreviation_rules(quantities: Quantities) -> tuple[Rule, ...]:
    """References, titles and abbreviations before acronyms, which have no dots."""

    def lettered(match: re.Match[str]) -> str:
        letters, number = match.groups()
        return f"{ACRONYMS.said(letters)} {quantities.number(number)}"

    def dotted(match: re.Match[str]) -> str:
        letters = re.sub(r"[.-]", "", match.group())
        return ACRONYMS.said(letters) if len(letters) > 2 else spell(letters)

    references = "|".join(map(re.escape, sorted(_REFERENCES, key=len, reverse=True)))
    shortened = "|".join(map(re.escape, sorted(_ABBREVIATIONS, key=len, reverse=True)))
    streets = "|".join(map(re.escape, _STREETS))
    return (
        *(rule(rf"(?<![\w.-]){form}{_CAPITAL}", title) for form, title in _TITLES.items()),
        rule(rf"(?<![\w.-])(?:{shortened})(?!\w)", lambda match: _ABBREVIATIONS[match.group()]),
        rule(
            rf"(?<![\w.-])({references}) ?(?=\+?\d)",
            lambda match: f"{_REFERENCES[match.group(1)]} ",
        ),
        rule(
            rf"(?<![\w.-])({streets})(?= (?:d[eu]s? |de l[’']|d[’']|[A-ZÀ-Ý]))",
            lambda match: _STREETS[match.group(1)],
        ),
        rule(r"(?<![\w.-])St(e)?(?=[- ][A-ZÀ-Ý])", lambda m: "Sainte" if m.group(1) else "Saint"),
        rule(r"(?<![\w.])([A-Z]{1,5})-?(\d{1,4})(?![\w-]|[.,]\d)", lettered),
        rule(
            r"(?<![\w,.])(\d{1,2})([A-Z])(?!\w)",
            lambda match: f"{quantities.number(match.group(1))} {match.group(2)}",
        ),
        rule(r"(?<![\w.])(?:[A-ZÀ-Ý]\.-?){2,}", dotted),
        rule(_ACRONYM, say(ACRONYMS)),
    )
