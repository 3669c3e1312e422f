"""All text of an article through the one gate, metadata and attributes included."""

from typing import TypeVar

import msgspec

from render.findings import Finding, Place, Severity
from render.model import Article
from render.text_gate import Change, Rule, gate

# References and addresses are not text; links have a step of their own.
_NOT_TEXT = frozenset(
    {"id", "asset", "note", "lang", "href", "cite", "url", "canonical_url", "sha256", "media_type"}
)
# One line by their nature, in every format that carries them.
_ONE_LINE = frozenset(
    {"name", "sort_name", "role", "short_title", "kicker", "publisher", "section", "place"}
    | {"issue", "page", "identifier", "keywords", "label", "expansion", "annotation", "grapheme"}
)
_WHAT = {
    Rule.CONTROL: "control characters",
    Rule.SURROGATE: "half a character",
    Rule.NONCHARACTER: "a noncharacter",
    Rule.BIDI: "an invisible direction control",
    Rule.MARKS: "too many combining marks on one letter",
    Rule.PRIVATE_USE: "a private-use character",
    Rule.TAG: "an invisible tag character",
}


def gate_article(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with every text gated, and a finding for each change with block and offset."""
    gates = _Gates()
    return gates.struct(article), tuple(gates.findings)


S = TypeVar("S", bound=msgspec.Struct)


class _Gates:
    """Walks every struct of the model; `place` is the nearest id above."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._place = "meta"

    def struct(self, value: S) -> S:
        outer = self._place
        self._place = getattr(value, "id", None) or outer
        changes = {}
        for field in value.__struct_fields__:
            old = getattr(value, field)
            new = self._value(field, old)
            if new is not old:
                changes[field] = new
        self._place = outer
        return msgspec.structs.replace(value, **changes) if changes else value

    def _value(self, field: str, value: object) -> object:
        if isinstance(value, str):
            return value if field in _NOT_TEXT else self._text(field, value)
        if isinstance(value, tuple):
            new = tuple(self._value(field, item) for item in value)
            return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
        return self.struct(value) if isinstance(value, msgspec.Struct) else value

    def _text(self, field: str, value: str) -> str:
        gated = gate(value)
        for change in gated.changes:
            self.findings.append(_finding(change, field, self._place))
        text = gated.text
        if field in _ONE_LINE and ("\n" in text or "\t" in text):
            text = " ".join(part for part in text.replace("\t", "\n").split("\n") if part)
        return value if text == value else text


def _finding(change: Change, field: str, place: str) -> Finding:
    code_points = " ".join(f"U+{ord(character):04X}" for character in change.before)
    times = f", {change.count} times" if change.count > 1 else ""
    return Finding(
        code=change.rule.value,
        severity=Severity.WARNING,
        message=f"{_WHAT[change.rule]} ({code_points}{times}): {_outcome(change)}",
        hint="remove it from the source",
        where=Place(node=place, detail=f"{field}, character {change.offset}"),
    )


def _outcome(change: Change) -> str:
    if change.before == change.after:
        return "kept"
    if not change.after:
        return "removed"
    if change.rule is Rule.BIDI:
        return "closed at the end of its text"
    return f"replaced by U+{ord(change.after[0]):04X}"
