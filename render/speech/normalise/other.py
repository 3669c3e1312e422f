"""Languages without rules of their own: whole numbers in words, the rest left to the engine."""

from __future__ import annotations

from render.language.ordinals import has_ordinals_with_stop
from render.speech.normalise.numbers import LONGEST_CARDINAL, cardinal, speaks
from render.speech.normalise.rule import Rule, rule

# Only figures that stand alone: separators and decimals mean different things.
WHOLE = rf"(?<![\w.,:/٫٬-])[0-9]{{1,{LONGEST_CARDINAL}}}(?![\w:/٫٬-]|[.,]\d)"
# Inflected in most languages, which eSpeak knows in some: Danish, Hungarian, Latvian, Norwegian.
_ORDINAL = r"[0-9]{1,3}\.\s+\w"


def rules(lang: str) -> tuple[Rule, ...]:
    """The rules for a language; none where Unicode has no number words for it."""
    if not speaks(lang):
        return ()
    figures = rf"(?!{_ORDINAL}){WHOLE}" if has_ordinals_with_stop(lang) else WHOLE
    return (rule(figures, lambda match: cardinal(int(match.group()), lang)),)
