"""The seed article, as it came from the web page it was copied from."""

from pathlib import Path

import pytest

from render.model import Author, Section
from render.model.walk import plain_text
from render.readers.text import READER
from render.reading import Reading, ReadOptions, Source

SEED = Path(__file__).parents[3] / "examples" / "mali.txt"
CHROME = ["Skip links", "Accueil", "Recherche", "Top", "Découvrir", "Drag"]
HEADINGS = [
    "Un dialogue interrompu depuis les ruptures avec Paris et Washington",
    "Le symbole : des États-Unis désormais contraints de revenir parler à Bamako",
    "La grande question : coopération ou simple prise de contact ?",
    "Une diplomatie malienne en repositionnement",
    "Dialogue minimum, intérêt maximum",
]


def read(data: bytes) -> Reading:
    return READER.read(Source(data, "mali.txt"), ReadOptions())


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(SEED.read_bytes())


def test_title_keeps_its_final_stop(reading):
    title = plain_text(reading.article.meta.title)

    assert title == (
        "Mali-États-Unis : Après des mois de tensions, une audience pour renouer un dialogue gelé."
    )


def test_deck_is_the_first_paragraph(reading):
    deck = plain_text(reading.article.meta.deck)

    assert deck.startswith("Les relations entre Bamako et Washington")
    assert deck.endswith("même si le fond politique reste encore fragile.")


def test_sections_are_the_five_of_the_article(reading):
    body = reading.article.body

    assert all(isinstance(section, Section) for section in body)
    assert [plain_text(section.heading) for section in body] == HEADINGS
    assert [len(section.children) for section in body] == [2, 2, 2, 2, 3]


def test_byline_is_the_newsroom(reading):
    assert reading.article.meta.authors == (Author(name="La Rédaction", kind="organisation"),)


def test_chrome_is_dropped_and_listed_with_its_lines(reading):
    assert [left_out.text for left_out in reading.dropped] == CHROME
    assert [left_out.line_begin for left_out in reading.dropped] == [1, 46, 47, 48, 49, 50]


def test_language_is_guessed(reading):
    assert reading.article.meta.lang == "fr"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda data: data.replace(b"\n", b"\r"), id="CR"),
        pytest.param(lambda data: data.rstrip(b"\n"), id="no-final-newline"),
        pytest.param(lambda data: data + b"\n\n", id="final-newlines"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="BOM"),
        pytest.param(lambda data: data.decode().encode("utf-16"), id="UTF-16"),
    ],
)
def test_line_ends_and_encoding_change_nothing(reading, change):
    assert read(change(SEED.read_bytes())).article == reading.article
