"""The one gate for all text: what no format can carry is replaced, and every change is told.

After the gate a text is NFC, legal in XML 1.0 and safe to set inside a line with others.
Ordinary text in any language passes unchanged, joiners, no-break spaces, variation
selectors and soft hyphens included.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

MARKS_LIMIT = 16


class Rule(StrEnum):
    """Why the gate changed or noticed something; the value is the code of the finding."""

    CONTROL = "GATE-001"
    SURROGATE = "GATE-002"
    NONCHARACTER = "GATE-003"
    BIDI = "GATE-004"
    MARKS = "GATE-005"
    PRIVATE_USE = "GATE-006"
    TAG = "GATE-007"


@dataclass(frozen=True, slots=True)
class Change:
    """What was met at `offset` (characters, in the text given), and what stands there now.

    `before` and `after` are equal where the gate only takes notice. All places with the
    same rule and character are one change: `count` of them, `offset` the first.
    """

    rule: Rule
    offset: int
    before: str
    after: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Gated:
    """A text that has passed the gate, with what was met on the way."""

    text: str
    changes: tuple[Change, ...] = ()


def gate(text: str) -> Gated:
    """The text made fit for every format; nothing after a bad character is ever lost.

    - Controls other than tab and line feed: line ends of other systems become a line
      feed, information separators a space, C1 codes the Windows-1252 characters they
      were (as browsers read them); the rest show nothing and are removed.
    - Lone surrogates and noncharacters become U+FFFD: a character was lost there.
    - Directional embeddings, overrides and isolates that are never closed are closed at
      the end, and closers of nothing removed, so that none leaks into the next block.
    - More than 16 combining marks on one letter are dropped.
    - Overrides, private-use characters and tag characters outside flags stay, and are told of.
    """
    if text.isascii() and text.isprintable():
        return Gated(text)
    changes: list[Change] = []
    if not _HARMLESS.fullmatch(text):
        text = _replace_characters(text, changes)
        text = _balance_directions(text, changes)
    # Before, because ordering thousands of marks takes long; after, because some come apart.
    text = unicodedata.normalize("NFC", _cap_marks(text, changes))
    text = _cap_marks(text, changes)
    return Gated(text, _merged(changes))


# What no rule looks for: the letters, signs and spaces of living scripts, joiners included.
_HARMLESS = re.compile(
    r"[\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    r"\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd\U000e0100-\U000e01ef]*"
)
_OPENERS = {
    "\u202a": "\u202c",  # LRE
    "\u202b": "\u202c",  # RLE
    "\u202d": "\u202c",  # LRO
    "\u202e": "\u202c",  # RLO
    "\u2066": "\u2069",  # LRI
    "\u2067": "\u2069",  # RLI
    "\u2068": "\u2069",  # FSI
}
_ISOLATES = "\u2066\u2067\u2068"
_PDI = "\u2069"
_OVERRIDES = "\u202d\u202e"
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A black flag, the tag letters of its region, and the tag that ends it (UTS #51, ED-14a).
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,15}\U000e007f")
# Marks are neither letters nor spaces: only such long runs need a closer look.
_LONG_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS_LIMIT + 1},}}")


def _replace_characters(text: str, changes: list[Change]) -> str:
    flags = {place for flag in _FLAG.finditer(text) for place in range(*flag.span())}
    kept: list[str] = []
    for offset, character in enumerate(text):
        rule, after = _judge(character)
        kept.append(after)
        if rule is not None and offset not in flags:
            changes.append(Change(rule, offset, character, after))
    return "".join(kept)


def _judge(character: str) -> tuple[Rule | None, str]:
    code = ord(character)
    if code < 0xA0:
        controls = (code < 0x20 and character not in "\t\n") or code >= 0x7F
        return (Rule.CONTROL, _meaning(character)) if controls else (None, character)
    if character in "\u2028\u2029":
        return Rule.CONTROL, "\n"
    if 0xD800 <= code <= 0xDFFF:
        return Rule.SURROGATE, "\ufffd"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return Rule.NONCHARACTER, "\ufffd"
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return Rule.PRIVATE_USE, character
    if 0xE0000 <= code <= 0xE007F:
        return Rule.TAG, character
    return (Rule.BIDI if character in _OVERRIDES else None), character


def _meaning(control: str) -> str:
    if control in "\x0b\x0c\r":
        return "\n"
    if control in "\x1c\x1d\x1e\x1f":
        return " "
    if control >= "\x80":
        return control.encode("latin-1").decode("windows-1252", errors="ignore")
    return ""


def _balance_directions(text: str, changes: list[Change]) -> str:
    """Closes what is open as UAX #9 pairs it: an isolate's end also ends embeddings inside it."""
    opened: list[str] = []
    isolates = 0
    strays: set[int] = set()
    for found in _DIRECTIONS.finditer(text):
        character = found.group()
        if character in _OPENERS:
            opened.append(character)
            isolates += character in _ISOLATES
        elif character == _PDI and isolates:
            isolates -= 1
            while opened.pop() not in _ISOLATES:
                continue
        elif character != _PDI and opened and opened[-1] not in _ISOLATES:
            opened.pop()
        else:
            strays.add(found.start())
            changes.append(Change(Rule.BIDI, found.start(), character, ""))
    changes.extend(Change(Rule.BIDI, len(text), opener, _OPENERS[opener]) for opener in opened)
    kept = "".join(c for place, c in enumerate(text) if place not in strays) if strays else text
    return kept + "".join(_OPENERS[opener] for opener in reversed(opened))


def _cap_marks(text: str, changes: list[Change]) -> str:
    def capped(run: re.Match[str]) -> str:
        kept: list[str] = []
        # A mark and where it was first dropped: there may be a hundred thousand.
        dropped: dict[str, int] = {}
        counts: Counter[str] = Counter()
        marks = 0
        for offset, character in enumerate(run.group(), run.start()):
            marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
            if marks <= MARKS_LIMIT:
                kept.append(character)
            else:
                dropped.setdefault(character, offset)
                counts[character] += 1
        changes.extend(
            Change(Rule.MARKS, dropped[mark], mark, "", counts[mark]) for mark in dropped
        )
        return "".join(kept)

    return _LONG_RUN.sub(capped, text)


def _merged(changes: list[Change]) -> tuple[Change, ...]:
    counts: Counter[tuple[Rule, str, str]] = Counter()
    firsts: dict[tuple[Rule, str, str], int] = {}
    for change in changes:
        counts[change.rule, change.before, change.after] += change.count
        firsts.setdefault((change.rule, change.before, change.after), change.offset)
    return tuple(
        Change(rule, offset, before, after, counts[rule, before, after])
        for (rule, before, after), offset in firsts.items()
    )
