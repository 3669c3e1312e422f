"""French: what a newsreader says."""

from __future__ import annotations

from render.speech.normalise.french.abbreviations import ACRONYMS, abbreviation_rules
from render.speech.normalise.french.calendar import calendar_rules
from render.speech.normalise.french.measures import measure_rules
from render.speech.normalise.french.money import money_rules
from render.speech.normalise.french.ordinals import ordinal_rules
from render.speech.normalise.french.quantities import Quantities, number_rules, spell
from render.speech.normalise.network import NetworkWords, network_rules
from render.speech.normalise.rule import Rule


def rules(lang: str) -> tuple[Rule, ...]:
    """The rules in their order; `lang` picks the number words of a region."""
    quantities = Quantities(lang)
    network = NetworkWords(
        link="lien",
        dot="point",
        at="arobase",
        hyphen="tiret",
        hashtag="hashtag",
        spell=spell,
        acronym=ACRONYMS.said,
        number=quantities.number,
    )
    return (
        *network_rules(network),
        *calendar_rules(quantities),
        *money_rules(quantities),
        *measure_rules(quantities),
        *ordinal_rules(quantities),
        *abbreviation_rules(quantities),
        *number_rules(quantities),
    )
