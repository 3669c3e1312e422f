"""Codes to characters: what each font's map says, and what has no meaning."""

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from render.pdf_reading.fonts import Decoder

MAP = b"""
2 beginbfchar <0001> <0061> <0102> <00660069> endbfchar
1 beginbfrange <03> <04> <0062> endbfrange
"""


def decoder(kind: pikepdf.Name, *, mapped: bool) -> Decoder:
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=kind)
    if mapped:
        font.ToUnicode = pdf.make_stream(MAP)
    return Decoder(pdf.make_indirect(font))


@pytest.mark.parametrize(
    ("kind", "mapped", "strings", "text"),
    [
        (Name.Type0, True, [b"\0\1\1\2", b"\0\3"], "afib"),
        (Name.Type0, True, [b"\0\1", b"\x09\x09"], "a\ufffd"),
        (Name.Type0, True, [b"\0\1\1", b"\0\4"], "aac"),
        (Name.Type0, True, [b"\xd8\x01\xdc\x01"], "\ufffd\ufffd"),
        (Name.Type0, True, [], ""),
        (Name.Type0, False, [b"\0\1\0\2", b"\0\3"], "\ufffd\ufffd"),
        (Name.TrueType, True, [b"\1\3", b"\4\7"], "abc\ufffd"),
        (Name.TrueType, False, [b"caf", b"\xe9 \x93"], "café “"),
    ],
)
def test_strings_are_decoded_as_the_font_says(kind, mapped, strings, text):
    assert decoder(kind, mapped=mapped).decode(strings) == text
