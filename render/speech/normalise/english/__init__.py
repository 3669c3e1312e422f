"""English: what a newsreader says."""

from __future__ import annotations

from render.speech.normalise.english.abbreviations import ACRONYMS, abbreviation_rules
from render.speech.normalise.english.calendar import calendar_rules
from render.speech.normalise.english.measures import measure_rules
from render.speech.normalise.english.money import money_rules
from render.speech.normalise.english.ordinals import ordinal_rules
from render.speech.normalise.english.quantities import number, number_rules, spell
from render.speech.normalise.network import NetworkWords, network_rules
from render.speech.normalise.rule import Rule

_NETWORK = NetworkWords(
    link="link",
    dot="dot",
    at="at",
    hyphen="dash",
    hashtag="hashtag",
    spell=spell,
    acronym=ACRONYMS.said,
    number=number,
)


def rules(lang: str) -> tuple[Rule, ...]:
    """The rules in their order; where days and months may be confused, `lang` decides."""
    return (
        *network_rules(_NETWORK),
        *calendar_rules(month_first=lang.lower() in {"en-us", "en-ph"}),
        *money_rules(),
        *measure_rules(),
        *ordinal_rules(),
        *abbreviation_rules(),
        *number_rules(),
    )
