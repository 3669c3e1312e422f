"""The cover: its size, its words, its contrast, and what happens without a font."""

import io

import msgspec
import pytest
from PIL import Image

from render.cover.drawing import Colours, CoverText, draw_cover, unbroken
from render.cover.lettering import lettering_for
from render.model import Described, Text
from render.model import Image as Image_
from render.theme import contrast, load
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import make

COLOURS = Colours(paper="#003050", ink="#ffffff")


def drawn(words: CoverText, *, lang: str = "en", picture: bytes = b"") -> Image.Image:
    text = f"{words.kicker} {words.title} {words.byline} {words.foot}"
    is_rtl = lang in {"ar", "he"}
    lettering = lettering_for(load("default").fonts, text, lang=lang, is_rtl=is_rtl)
    return Image.open(io.BytesIO(draw_cover(words, COLOURS, lettering, picture)))


def ink_columns(image: Image.Image) -> tuple[int, int]:
    """The first and the last column with letters, below the rule."""
    box = image.crop((0, 170, *image.size)).convert("L").point(lambda v: 255 * (v > 160)).getbbox()
    assert box
    return box[0], box[2]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Mali : Après des mois", ["Mali :", "Après", "des", "mois"]),
        ("Il dit « oui » et part", ["Il", "dit", "« oui »", "et", "part"]),
        ("Quoi ? Non !", ["Quoi ?", "Non !"]),
        ("Up 3 % again", ["Up", "3 %", "again"]),
        ("10\u00a0000 men", ["10\u00a0000", "men"]),
        (": first", [":", "first"]),
        ("", [""]),
    ],
)
def test_a_sign_that_stands_apart_stays_with_its_word(text, pieces):
    assert unbroken(text) == [piece.replace(" ", "\u00a0") for piece in pieces]


def test_cover_fits_every_shop(plain):
    image = Image.open(io.BytesIO(plain.files["EPUB/images/cover.jpg"]))

    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1600, 2560))


@pytest.mark.slow
def test_letters_stay_inside_the_margins_however_long_the_title():
    for title in ("Short", "Donaudampfschifffahrtsgesellschaft", "many small words " * 40):
        left, right = ink_columns(drawn(CoverText("", title.strip(), "Ada", "Press")))
        assert left >= 130, title
        assert right <= 1470, title


@pytest.mark.parametrize(("lang", "title"), [("he", "השוק נפתח"), ("ar", "السوق يفتح أبوابه")])
def test_words_from_right_to_left_stand_at_the_right(lang, title):
    image = drawn(CoverText("", title, "", ""), lang=lang)

    assert ink_columns(image)[1] > 1400


def test_arabic_letters_join():
    apart = drawn(CoverText("", "ا ل س و ق", "", ""), lang="ar")
    joined = drawn(CoverText("", "السوق", "", ""), lang="ar")

    assert joined.tobytes() != apart.tobytes()
    assert ink_columns(joined)[0] > ink_columns(apart)[0]


def test_colours_of_the_theme_can_be_read():
    colours = load("default").tokens["colour"]

    assert contrast(colours["accent"], colours["ground"]) >= 4.5


def test_a_script_without_a_font_gives_a_cover_without_boxes():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, title=(Text(value="ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"),))
    edition = make(msgspec.structs.replace(article, meta=meta))

    assert "EPUB-003" in [finding.code for finding in edition.artefact.findings]
    assert "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ. La Rédaction" in edition.text("cover.xhtml")


def test_letters_that_the_theme_lacks_come_from_another_theme():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, title=(Text(value="Рынок открыт"),), lang="ru")
    edition = make(msgspec.structs.replace(article, meta=meta))
    cover = Image.open(io.BytesIO(edition.files["EPUB/images/cover.jpg"]))

    assert edition.artefact.findings == ()
    assert ink_columns(cover)[1] > 600


def test_a_cover_picture_stands_above_the_title():
    image = drawn(CoverText("", "Title", "", ""), picture=samples.picture(200))

    assert image.resize((1, 1), box=(700, 500, 900, 700)).tobytes()[0] > 180


def test_a_cover_picture_is_said_first_and_is_no_file_of_its_own():
    article = samples.rich()
    cover = Image_(asset="chart", alt=Described("A river from above."))
    meta = msgspec.structs.replace(article.meta, cover=cover)
    edition = make(msgspec.structs.replace(article, meta=meta, body=article.body[:1]))

    assert 'alt="A river from above. How a river feeds a city' in edition.text("cover.xhtml")
    assert "EPUB/images/asset-1.png" not in edition.files
    assert [finding.message[:12] for finding in edition.artefact.findings] == ["asset 'rule'"]


def test_alternative_says_what_the_cover_says(plain):
    page = plain.text("cover.xhtml")

    assert (
        'alt="Économie. Le marché de Ségou rouvre ses portes. La Rédaction. '
        'Le Quotidien du Fleuve · 3 novembre 2025"'
    ) in page
