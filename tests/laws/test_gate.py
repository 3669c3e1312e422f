"""Law 3: the gate is idempotent, lets only legal XML pass, and leaves ordinary text alone."""

import unicodedata

from hypothesis import given
from lxml import etree

from render.text_gate import gate
from tests.laws.examples import examples
from tests.strategies import hostile_text, prose


@examples(40)
@given(hostile_text)
def test_the_gate_is_idempotent(text):
    once = gate(text).text
    assert gate(once).text == once


@examples(40)
@given(hostile_text)
def test_what_has_passed_is_legal_xml_in_nfc(text):
    gated = gate(text).text
    element = etree.Element("p")
    element.text = gated
    parsed = etree.fromstring(etree.tostring(element, encoding="utf-8"))
    assert (parsed.text or "") == gated
    assert unicodedata.is_normalized("NFC", gated)


@examples(40)
@given(hostile_text)
def test_letters_and_digits_are_never_lost(text):
    def letters(value):
        return [c for c in unicodedata.normalize("NFD", value) if c.isalnum()]

    text = "".join(c for c in text if not "\x80" <= c <= "\x9f")  # these become letters
    assert letters(gate(text).text) == letters(text)


@examples(20)
@given(prose)
def test_ordinary_text_passes_untouched(text):
    assert gate(text).text == text
    assert gate(text).changes == ()
