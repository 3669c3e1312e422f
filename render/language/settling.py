"""The language of an article: what was declared, checked against its text, or a recorded guess."""

from dataclasses import dataclass
from typing import Literal

from render.findings import Finding, Place, Severity
from render.language.kinship import are_kin
from render.language.recognition import guess, quick_guess
from render.language.tags import canonical, suggestion

UNDETERMINED = "und"

_ENOUGH_CHARACTERS = 200
_CERTAIN = 0.9


@dataclass(frozen=True, slots=True)
class Settled:
    """The language to write into the article, and how it was come by.

    `probability` is 1 for a declared language and 0 for `und`, the undetermined one.
    """

    lang: str
    how: Literal["declared", "guessed", "undetermined"]
    probability: float
    findings: tuple[Finding, ...] = ()


def settle(declared: str | None, text: str, *, file: str = "") -> Settled:
    """The language of a text: declared wins, else a guess, else `und`; never in silence."""
    findings: list[Finding] = []
    where = Place(file=file)
    if declared is not None and declared.strip():
        tag = canonical(declared)
        if tag is not None and tag != UNDETERMINED:
            return Settled(tag, "declared", 1.0, _contradiction(tag, text, where))
        if tag is None:
            findings.append(_invalid(declared, where))
    guessed = guess(text)
    if guessed is None:
        findings.append(_undetermined(where))
        return Settled(UNDETERMINED, "undetermined", 0.0, tuple(findings))
    findings.append(_guessed(guessed.lang, guessed.probability, where))
    return Settled(guessed.lang, "guessed", guessed.probability, tuple(findings))


def _contradiction(tag: str, text: str, where: Place) -> tuple[Finding, ...]:
    if len(text) < _ENOUGH_CHARACTERS:
        return ()
    found = quick_guess(text)
    if found is None or found.probability < _CERTAIN or are_kin(tag, found.lang):
        return ()
    return (
        Finding(
            code="LANG-001",
            severity=Severity.WARNING,
            message=f"declared as '{tag}', but the text reads as '{found.lang}'",
            hint=f"if the declaration is wrong, pass --lang {found.lang}",
            where=where,
        ),
    )


def _guessed(lang: str, probability: float, where: Place) -> Finding:
    return Finding(
        code="LANG-002",
        severity=Severity.NOTE if probability >= _CERTAIN else Severity.WARNING,
        message=f"no language declared; taken to be '{lang}' (probability {probability:.2f})",
        hint=f"pass --lang {lang} to confirm it",
        where=where,
    )


def _undetermined(where: Place) -> Finding:
    return Finding(
        code="LANG-003",
        severity=Severity.WARNING,
        message="no language declared, and the text does not show which it is",
        hint="pass --lang with a tag such as fr, en-GB or ar",
        where=where,
    )


def _invalid(declared: str, where: Place) -> Finding:
    meant = suggestion(declared)
    shown = declared if len(declared) <= 40 else f"{declared[:40]}…"
    return Finding(
        code="LANG-004",
        severity=Severity.WARNING,
        message=f"'{shown}' is not a language tag",
        hint=f"write '{meant}'" if meant else "use a tag such as fr, en-GB or ar",
        where=where,
    )
