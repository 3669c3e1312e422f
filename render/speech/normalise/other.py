"""Languages without rules of their own: whole numbers in words, the rest left to the engine."""

from __future__ import annotations

from render.speech.normalise.numbers import LONGEST_CARDINAL, cardinal, speaks
from render.speech.normalise.rule import Rule, rule


def rules(lang: str) -> tuple[Rule, ...]:
    """The rules for a language; none where Unicode has no number words for it."""
    if not speaks(lang):
        return ()
    # Only figures that stand alone: separators and decimals mean different things.
    whole = rf"(?<![\w.,:/٫٬-])[0-9]{{1,{LONGEST_CARDINAL}}}(?![\w:/٫٬-]|[.,]\d)"
    return (rule(whole, lambda match: cardinal(int(match.group()), lang)),)
