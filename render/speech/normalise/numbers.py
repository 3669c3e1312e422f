"""Numbers in words, from Unicode's rules (CLDR, rule-based number formats)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from render.errors import MissingEngineError

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

# Longer runs of figures are codes, and said one by one.
LONGEST_CARDINAL = 15
_RULES = ("spellout-cardinal-masculine", "spellout-numbering", "spellout-cardinal")


def speaks(lang: str) -> bool:
    """Whether there are number words in a language."""
    return _engine(lang) is not None


@cache
def cardinal(number: int, lang: str, *, feminine: bool = False) -> str:
    """A whole number in words: `21` as `vingt-et-un`, feminine `vingt-et-une`."""
    said = _said(number, lang)
    wanted = ("spellout-cardinal-feminine",) if feminine else ()
    return next((said[name] for name in (*wanted, *_RULES) if name in said), str(number))


@cache
def counted(number: int, lang: str) -> str:
    """A whole number as it is counted to, and as it names a thing: `Kapitel eins`."""
    said = _said(number, lang)
    return said.get("spellout-numbering") or cardinal(number, lang)


@cache
def ordinal(number: int, lang: str, *, feminine: bool = False) -> str:
    """The ordinal of a number: `2` as `deuxième`."""
    from unicode_rbnf import FormatPurpose

    engine = _engine(lang)
    if engine is None:
        return str(number)
    said = engine.format_number(number, purpose=FormatPurpose.ORDINAL).text_by_ruleset
    gender = "feminine" if feminine else "masculine"
    names = (f"spellout-ordinal-{gender}", "spellout-ordinal")
    return next((said[name] for name in names if name in said), next(iter(said.values())))


def figures(digits: str, lang: str) -> str:
    """Each figure of a run by itself: `007` as `zéro zéro sept`."""
    return " ".join(cardinal(int(digit), lang) for digit in digits)


def whole(digits: str, lang: str, *, feminine: bool = False) -> str:
    """A run of figures in words: leading zeros one by one, codes figure by figure."""
    rest = digits.lstrip("0")
    zeros = figures(digits[: len(digits) - len(rest)], lang)
    if not rest:
        return zeros
    if len(rest) > LONGEST_CARDINAL:
        return figures(digits, lang)
    return f"{zeros} {cardinal(int(rest), lang, feminine=feminine)}".strip()


def _said(number: int, lang: str) -> dict[str, str]:
    engine = _engine(lang)
    if engine is None:
        return {}
    return engine.format_number(number).text_by_ruleset


@cache
def _engine(lang: str) -> RbnfEngine | None:
    """The rules of a language: of its region where they differ (`fr-CH`: septante)."""
    try:
        from unicode_rbnf import RbnfEngine  # optional: the audio extra
    except ModuleNotFoundError as error:
        raise MissingEngineError(
            "speech needs the package 'unicode-rbnf' for numbers",
            hint="install it with `pip install 'lisible[audio]'`, or leave audio out with `--to`",
        ) from error
    known = RbnfEngine.get_supported_languages()
    primary, _, region = lang.replace("_", "-").partition("-")
    for name in (f"{primary.lower()}_{region.upper()}", primary.lower()):
        if name in known:
            return RbnfEngine.for_language(name)
    return None
