"""The one gate for all text."""

import time
import unicodedata
from pathlib import Path

import pytest

from render.text_gate import MARKS_LIMIT, Gated, Rule, gate

SEED = Path(__file__).parents[1] / "examples" / "mali.txt"

KEPT = {
    "French spacing": "«\u00a0Oui\u202f!\u00a0» dit-elle\u202f: l’été, l’œuvre, 12\u202f000\u00a0€",
    "soft hyphens": "extra\u00adordinaire",
    "joiners": "می\u200cخواهم क्\u200dष",
    "Arabic with vowels": "اَلْمَدْرَسَةُ",
    "emoji": "👨\u200d👩\u200d👧 ❤\ufe0f 🏳\ufe0f\u200d🌈",
    "the flag of England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "zero-width space": "ລາວ\u200bລາວ",
    "balanced isolates": "le mot \u2067שלום\u2069 ici",
    "marks of direction": "\u200fאב\u200e",
    "Bambara and N’Ko": "ɲɛɲini, ŋɔmi — ߒߞߏ",
}

CHANGED = [
    ("NUL", "avant\0après", "avantaprès", Rule.CONTROL),
    ("vertical tab", "a\x0bb", "a\nb", Rule.CONTROL),
    ("unit separator", "a\x1fb", "a b", Rule.CONTROL),
    ("a quotation mark of Windows-1252", "l\x92eau", "l’eau", Rule.CONTROL),
    ("line separator", "a\u2028b", "a\nb", Rule.CONTROL),
    ("lone surrogate", "a\ud800b", "a\ufffdb", Rule.SURROGATE),
    ("noncharacter", "a\ufffeb\U0001ffffc", "a\ufffdb\ufffdc", Rule.NONCHARACTER),
    ("open override", "a \u202edcb", "a \u202edcb\u202c", Rule.BIDI),
    ("open isolate round an embedding", "\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069", Rule.BIDI),
    ("stray closer", "a\u202cb\u2069", "ab", Rule.BIDI),
    (
        "an isolate ends the embedding in it",
        "\u2067a\u202bb\u2069c\u202c",
        "\u2067a\u202bb\u2069c",
        Rule.BIDI,
    ),
]

NOTICED = [
    ("\ue000 icône", Rule.PRIVATE_USE),
    ("\U000f0000", Rule.PRIVATE_USE),
    ("secret\U000e0041", Rule.TAG),
    ("\u202eba\u202c", Rule.BIDI),
]


@pytest.mark.parametrize("title", KEPT)
def test_ordinary_text_passes_untouched(title: str) -> None:
    text = unicodedata.normalize("NFC", KEPT[title])
    assert gate(text).text == text
    assert gate(text).changes == ()


def test_the_seed_passes_untouched() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert gate(text) == Gated(text)


@pytest.mark.parametrize(("title", "text", "expected", "rule"), CHANGED)
def test_what_no_format_can_carry_is_replaced_and_told(
    title: str, text: str, expected: str, rule: Rule
) -> None:
    gated = gate(text)
    assert gated.text == expected
    assert {change.rule for change in gated.changes} == {rule}


@pytest.mark.parametrize(("text", "rule"), NOTICED)
def test_what_is_suspect_is_kept_and_told(text: str, rule: Rule) -> None:
    gated = gate(text)
    assert gated.text == text
    assert [change.rule for change in gated.changes] == [rule]


def test_a_change_names_the_first_offset_and_counts_the_rest() -> None:
    (change,) = gate("ab\0cd\0ef\0").changes
    assert (change.offset, change.before, change.after, change.count) == (2, "\0", "", 3)


def test_decomposed_letters_are_composed_without_a_change() -> None:
    assert gate("e\u0301te\u0301") == gate("été")


def test_marks_beyond_the_limit_are_dropped_in_no_time() -> None:
    begin = time.process_time()
    gated = gate("a" + "\u0316\u0301" * 50_000 + "b")
    assert time.process_time() - begin < 1
    marks = unicodedata.normalize("NFD", gated.text)[1:-1]
    assert len(marks) <= MARKS_LIMIT + 1
    assert gated.text.endswith("b")
    assert {change.rule for change in gated.changes} == {Rule.MARKS}


@pytest.mark.slow
@pytest.mark.parametrize("ends", ["\u2069", "\u202c", ""])
def test_a_pile_of_direction_controls_takes_no_time(ends: str) -> None:
    begin = time.process_time()
    gate("\u2067\u202b" * 25_000 + ends * 50_000)
    assert time.process_time() - begin < 2
