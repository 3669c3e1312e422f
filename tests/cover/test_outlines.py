"""The mark that outlines may overlap: gone from a font, and nothing else with it."""

import io

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFont

from render.cover.outlines import without_overlap_marks
from render.theme import load

FONTS = {
    face.path.stem: face.path.read_bytes()
    for theme in ("default", "broadsheet")
    for face in load(theme).fonts
    if face.style == "normal" and face.weight in {400, 700}
}
LETTERS = "Hamburgefonstiv, à l’Élysée 0123456789"


def glyphs(font):
    table = TTFont(io.BytesIO(font))["glyf"]
    return {name: table[name] for name in table.keys()}  # noqa: SIM118 -- iterating gives numbers


def is_marked(glyph):
    if glyph.isComposite():
        return any(part.flags & 0x0400 for part in glyph.components)
    return glyph.numberOfContours > 0 and bool(glyph.flags[0] & 0x40)


def written(font):
    image = Image.new("L", (3600, 300))
    ImageDraw.Draw(image).text((20, 20), LETTERS, 255, ImageFont.truetype(io.BytesIO(font), 176))
    return image


@pytest.mark.parametrize("name", ["AtkinsonHyperlegibleNext-Bold", "NotoSansHebrew-Regular"])
def test_no_glyph_keeps_its_mark_or_loses_its_shape(name):
    marked, unmarked = glyphs(FONTS[name]), glyphs(without_overlap_marks(FONTS[name]))

    assert any(is_marked(glyph) for glyph in marked.values())
    assert not any(is_marked(glyph) for glyph in unmarked.values())
    for glyph in (*marked.values(), *unmarked.values()):
        if glyph.isComposite():
            glyph.components[0].flags &= ~0x0400
        elif glyph.numberOfContours > 0:
            glyph.flags[0] &= ~0x40
    assert marked == unmarked


@pytest.mark.parametrize(
    "name", ["AtkinsonHyperlegibleNext-Bold", "AtkinsonHyperlegibleNext-Regular"]
)
def test_letters_look_the_same(name):
    before, after = written(FONTS[name]), written(without_overlap_marks(FONTS[name]))

    changes = ImageChops.difference(before, after).histogram()
    assert before.getbbox() == after.getbbox()
    assert not any(changes[32:])  # of 255 greys, and at edges only


@pytest.mark.parametrize(
    "font",
    [
        b"",
        b"OTTO" + bytes(200),
        b"\x00\x01\x00\x00",
        b"\x00\x01\x00\x00\x00\x01" + bytes(22),
        FONTS["AtkinsonHyperlegibleNext-Bold"][:20_000],
    ],
    ids=["empty", "CFF", "no tables", "no glyphs", "cut short"],
)
def test_a_file_that_is_not_understood_stays_as_it_is(font):
    assert without_overlap_marks(font) == font
