"""What the user says overrides what the reader would guess, and loses no word."""

import pytest

from render.errors import EmptyArticleError
from render.model import Author, Block, Paragraph
from render.model.walk import plain_text
from render.readers.text import READER
from render.reading import Reading, ReadOptions, Source

PASTE = """Accueil
Recherche

Le bac reprend du service

Par Awa Diop

Après onze mois d’arrêt, la traversée relie de nouveau les deux rives du grand fleuve.

Le moteur est arrivé en trois livraisons ; les habitants ont ouvert la dernière caisse.

La traversée partira toutes les heures, de six heures à vingt-deux heures, dès dimanche.

Contact
"""


def read(text: str, options: ReadOptions) -> Reading:
    return READER.read(Source(text.encode(), "paste.txt"), options)


def paragraphs(reading: Reading) -> list[str]:
    return [paragraph_text(block) for block in reading.article.body]


def paragraph_text(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return plain_text(block.children)


def test_title_option_wins_and_the_guessed_title_stays_as_a_paragraph():
    reading = read(PASTE, ReadOptions(title="Le fleuve  retrouvé"))

    assert plain_text(reading.article.meta.title) == "Le fleuve retrouvé"
    assert paragraphs(reading)[0] == "Le bac reprend du service"


def test_title_option_that_is_a_line_of_the_input_takes_that_line():
    reading = read(PASTE, ReadOptions(title="le bac reprend du service"))

    assert plain_text(reading.article.meta.title) == "Le bac reprend du service"
    assert "Le bac reprend du service" not in paragraphs(reading)


def test_deck_option_that_is_a_line_of_the_input_takes_that_line():
    line = PASTE.splitlines()[7]

    reading = read(PASTE, ReadOptions(deck=line))

    assert plain_text(reading.article.meta.deck) == line
    assert line not in paragraphs(reading)


def test_byline_option_wins_and_the_guessed_byline_stays_as_a_paragraph():
    reading = read(PASTE, ReadOptions(byline="Moussa Sow"))

    assert reading.article.meta.authors == (Author(name="Moussa Sow"),)
    assert "Par Awa Diop" in paragraphs(reading)


def test_byline_option_naming_the_author_of_the_byline_takes_that_line():
    reading = read(PASTE, ReadOptions(byline="Awa Diop"))

    assert reading.article.meta.authors == (Author(name="Awa Diop"),)
    assert "Par Awa Diop" not in paragraphs(reading)


def test_keep_all_puts_every_line_back_in_its_place():
    reading = read(PASTE, ReadOptions(keep_all=True))

    assert reading.dropped == ()
    assert plain_text(reading.article.meta.title) == "Le bac reprend du service"
    assert reading.article.meta.authors == (Author(name="Awa Diop"),)
    assert [text[:12] for text in paragraphs(reading)] == [
        "Accueil",
        "Recherche",
        "Par Awa Diop",
        "Après onze m",
        "Le moteur es",
        "La traversée",
        "Contact",
    ]


def test_declared_language_wins_in_canonical_form():
    reading = read(PASTE, ReadOptions(lang="FR_sn"))

    assert reading.article.meta.lang == "fr-SN"
    assert not [found for found in reading.findings if found.code.startswith("LANG")]


def test_declared_language_that_the_text_contradicts_is_a_finding():
    french = "Les enfants du village ont compté les voyageurs, et il y en avait plus de cent. "

    reading = read(f"Le bac\n\n{french * 5}\n\n{french * 3}", ReadOptions(lang="de"))

    assert reading.article.meta.lang == "de"
    assert [found.code for found in reading.findings] == ["LANG-001"]


def test_guessed_language_is_a_decision_with_its_probability():
    reading = read(PASTE, ReadOptions())

    (decision,) = [told for told in reading.decisions if told.subject == "language"]
    assert (decision.value, decision.rule) == ("fr", "guessed")
    assert 0.5 < decision.confidence <= 1


def test_language_that_cannot_be_determined_is_und_with_a_finding():
    reading = read("12345 67890\n\n24680", ReadOptions())

    assert reading.article.meta.lang == "und"
    assert "LANG-003" in [found.code for found in reading.findings]


@pytest.mark.parametrize("lang", ["français", "xx-invalid", "x" * 5000])
def test_a_language_that_is_no_tag_is_a_finding_and_the_guess_stands(lang):
    reading = read(PASTE, ReadOptions(lang=lang))

    assert reading.article.meta.lang == "fr"
    assert "LANG-004" in [found.code for found in reading.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Accueil\nRecherche\nTop\n",
        "Accueil Recherche Top",
        "Skip links Accueil Recherche Top Découvrir Drag",
        "Home | News | Sport | Sign in",
        "ホーム\n検索\n",
    ],
)
def test_chrome_alone_is_no_article(text):
    with pytest.raises(EmptyArticleError, match="no article text"):
        read(text, ReadOptions())


def test_chrome_alone_can_be_kept():
    reading = read("Accueil\nRecherche", ReadOptions(keep_all=True))

    assert paragraphs(reading) == ["Accueil", "Recherche"]


@pytest.mark.parametrize("text", ["...!?", "12345", "🙂🙃", "—", "mot"])
def test_text_of_anything_but_chrome_is_kept(text):
    reading = read(text, ReadOptions())

    assert paragraphs(reading) == [text]


@pytest.mark.parametrize(
    "title", ["x" * 10_000, "...", "\n \n***"], ids=["too long", "points", "asterisks"]
)
def test_a_title_that_will_not_serve_is_a_finding(title):
    reading = read(PASTE, ReadOptions(title=title))

    assert "TEXT-002" in [found.code for found in reading.findings]


@pytest.mark.parametrize("title", ["", "\n\n"])
def test_an_empty_title_option_leaves_the_guess(title):
    reading = read(PASTE, ReadOptions(title=title))

    assert plain_text(reading.article.meta.title) == "Le bac reprend du service"
