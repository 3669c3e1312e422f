"""A cover printed in bands is the cover printed whole, to the byte."""

import io

import pytest
from PIL import Image, ImageDraw

from render.cover import lettering
from render.cover.bands import BAND_PX, banded_jpeg
from render.cover.drawing import Colours, CoverText, draw_cover
from render.cover.lettering import lettering_for
from render.cover.sheet import Line, Rule, Sheet
from render.theme import load

SHEET = Sheet(800, 640, "#0f4c6b", "#fffdf8")
FACES = (*load("default").fonts, *load("broadsheet").fonts)
WORDS = {
    "en": "Afford Ávila, Yak & Ho",
    "ar": "السوق يفتح أبوابه",
    "he": "השוק נפתח",
    "vi": "Ấn Độ mở cửa",
}


def whole(image):
    """What Pillow makes of the whole picture, with a restart after each band."""
    stream = io.BytesIO()
    form = {"quality": 88, "subsampling": "4:2:0", "dpi": (300, 300), "restart_marker_rows": 1}
    image.save(stream, "JPEG", **form)
    return stream.getvalue()


def line(words, top, *, lang="en", size_px=120):
    is_rtl = lang in {"ar", "he"}
    letters = lettering_for(FACES, words, lang=lang, is_rtl=is_rtl)
    assert letters
    place = (760 if is_rtl else 40, top)
    return Line(place, words, letters.font(size_px, bold=True), lang, is_rtl)


def on_whole_sheet(marks, picture=None):
    """The same marks drawn where they stand, in their colour, without bands."""
    image = Image.new("RGB", (SHEET.width_px, SHEET.height_px), SHEET.paper)
    ink = Image.new("L", image.size)
    draw = ImageDraw.Draw(ink)
    for mark in marks:
        mark.draw(draw, 0)
    image.paste(SHEET.ink, (0, 0), ink)
    if picture:
        image.paste(picture, (0, 0))
    return image


@pytest.mark.parametrize("count", [1, 8, 40])
def test_bands_make_the_bytes_of_the_whole_picture(count):
    stack = Image.effect_noise((320, 3 * BAND_PX), 80).convert("RGB")
    order = [(number * number) % 3 for number in range(count)]
    picture = Image.new("RGB", (320, count * BAND_PX))
    for number, band in enumerate(order):
        box = (0, band * BAND_PX, 320, (band + 1) * BAND_PX)
        picture.paste(stack.crop(box), (0, number * BAND_PX))

    assert banded_jpeg(stack, order) == whole(picture)


@pytest.mark.parametrize("lang", WORDS)
def test_words_are_printed_as_on_a_whole_sheet(lang):
    marks = (Rule((40, 33, 300, 45)), line(WORDS[lang], 70, lang=lang), line("Ada", 401))

    assert SHEET.printed(marks, None) == whole(on_whole_sheet(marks))


def test_lines_that_touch_are_printed_as_on_a_whole_sheet():
    marks = tuple(line("Élégy Ågjp", top) for top in (100, 150, 200))

    assert SHEET.printed(marks, None) == whole(on_whole_sheet(marks))


@pytest.mark.parametrize("top", [-60, 590], ids=["above", "below"])
def test_words_past_the_edge_are_cut_by_it(top):
    marks = (line("Edge gjp", top), line("Middle", 300))

    assert SHEET.printed(marks, None) == whole(on_whole_sheet(marks))


def test_a_picture_covers_the_top_and_nothing_else():
    picture = Image.effect_noise((800, 320), 60).convert("RGB")
    marks = (Rule((40, 340, 300, 352)), line("Below", 400))

    assert SHEET.printed(marks, picture) == whole(on_whole_sheet(marks, picture))


def test_an_empty_sheet_is_paper():
    assert SHEET.printed((), None) == whole(on_whole_sheet(()))


def test_a_cover_is_the_same_whatever_was_drawn_before():
    def drawn(title):
        words = CoverText("Économie", title, "Ada Lovelace", "Press · 2025")
        letters = lettering_for(load("default").fonts, title, lang="fr", is_rtl=False)
        return draw_cover(words, Colours("#0f4c6b", "#fffdf8"), letters, b"")

    lettering._sized.cache_clear()
    first = drawn("Le marché rouvre")
    drawn("Beaucoup de mots assez courts pour que le titre soit plus petit " * 4)
    drawn("Le marché rouvre ses portes")

    assert drawn("Le marché rouvre") == first
    lettering._sized.cache_clear()
    assert drawn("Le marché rouvre") == first
