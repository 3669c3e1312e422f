"""The language of the article: declared, or guessed and said so."""

from __future__ import annotations

from dataclasses import dataclass

from render.errors import UsageError
from render.findings import Finding, Place, Severity
from render.language import Guess, canonical, guess, suggestion
from render.reading import Decision

# A shorter text says too little to contradict anyone.
_ENOUGH_CHARACTERS = 200
_SURE = 0.9
_UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Language:
    """The language as a BCP 47 tag, how it was settled, and what is doubtful about it."""

    tag: str
    decision: Decision
    findings: tuple[Finding, ...] = ()


def settle_language(declared: str | None, text: str, file: str) -> Language:
    """The declared language, else a guess from the text, else `und`.

    Raises UsageError when what was declared is no language tag.
    """
    if declared is not None:
        # Guessing may cost a second: only where the text says enough to contradict.
        guessed = guess(text) if len(text) >= _ENOUGH_CHARACTERS else None
        return _declared(declared, guessed, file)
    guessed = guess(text)
    if guessed is None:
        return _undetermined(file)
    evidence = f"probability {guessed.probability:.2f}"
    decision = Decision("language", guessed.lang, "guessed", evidence, guessed.probability)
    finding = Finding(
        "LANG-002",
        Severity.NOTE,
        f"language guessed as '{guessed.lang}' ({evidence})",
        hint=f"confirm it with --lang {guessed.lang}",
        where=Place(file=file),
    )
    return Language(guessed.lang, decision, (finding,))


def _declared(declared: str, guessed: Guess | None, file: str) -> Language:
    tag = canonical(declared)
    if tag is None:
        meant = suggestion(declared)
        raise UsageError(
            f"'{declared[:40]}' is no language tag",
            hint=f"did you mean '{meant}'?" if meant else "use a BCP 47 tag, such as fr or pt-BR",
        )
    findings: tuple[Finding, ...] = ()
    if guessed is not None and _contradicts(tag, guessed):
        findings = (
            Finding(
                "LANG-001",
                Severity.WARNING,
                f"declared as '{tag}', but the text looks like '{guessed.lang}' "
                f"(probability {guessed.probability:.2f})",
                hint=f"if the text is in '{guessed.lang}', declare --lang {guessed.lang}",
                where=Place(file=file),
            ),
        )
    return Language(tag, Decision("language", tag, "declared", "given by the user", 1.0), findings)


def _contradicts(tag: str, guessed: Guess) -> bool:
    same = tag.split("-", maxsplit=1)[0] == guessed.lang.split("-")[0]
    return not same and guessed.probability >= _SURE


def _undetermined(file: str) -> Language:
    finding = Finding(
        "LANG-003",
        Severity.WARNING,
        "the language could not be determined",
        hint="declare it with --lang, or speech and screen readers will not know how to read it",
        where=Place(file=file),
    )
    decision = Decision("language", _UNDETERMINED, "undetermined", "too little text", 0.0)
    return Language(_UNDETERMINED, decision, (finding,))
