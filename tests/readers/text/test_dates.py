"""Dates in many spellings, and the line they stand on."""

import pytest

from render.model import Author
from render.readers.text.blocks import Block
from render.readers.text.credits import read_credit, unsaid
from render.readers.text.dates import find_dates
from render.readers.text.lines import split_lines
from render.readers.text.vocabulary import vocabulary


def block(text: str) -> Block:
    return Block(split_lines(text), text, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-12", "2026-05-12"),
        ("2026-05-12T08:30:00Z", "2026-05-12"),
        ("12 mai 2026", "2026-05-12"),
        ("1er août 2026", "2026-08-01"),
        ("May 12, 2026", "2026-05-12"),
        ("Apr 16, 2015", "2015-04-16"),
        ("12. Mai 2026", "2026-05-12"),
        ("4 de abril de 2026", "2026-04-04"),
        ("3 de março de 2026", "2026-03-03"),
        ("9 februari 2026", "2026-02-09"),
        ("5 мая 2026 г.", "2026-05-05"),
        ("12 maja 2026", "2026-05-12"),
        ("18 Nisan 2026", "2026-04-18"),
        ("2026年4月18日", "2026-04-18"),
        ("٧ مايو ٢٠٢٦", "2026-05-07"),
        ("5 במאי 2026", "2026-05-05"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("05/05/2026", "2026-05-05"),
        ("29 février 2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_in_its_own_language(text, day):
    assert [found.day for found in find_dates(text, vocabulary())] == [day]


@pytest.mark.parametrize("text", ["05/06/2026", "31/02/2026", "99999-99-99", "29 février 2026"])
def test_a_date_that_is_no_day_or_two_days_is_never_guessed(text):
    assert [found.day for found in find_dates(text, vocabulary())] == [None]


@pytest.mark.parametrize("text", ["", "le mois de mai", "12 chevaux 2026", "1999", "12:30"])
def test_what_is_no_date_is_none(text):
    assert find_dates(text, vocabulary()) == ()


@pytest.mark.parametrize(
    ("text", "published", "modified", "authors"),
    [
        ("Publié le 12 mai 2026 à 08:30", "2026-05-12", None, ()),
        ("Publié le 12 mai 2026, mis à jour le 13 mai 2026", "2026-05-12", "2026-05-13", ()),
        ("Thursday, May 14, 2026", "2026-05-14", None, ()),
        ("Last updated on 3 March 2026 at 5 pm GMT", None, "2026-03-03", ()),
        ("Von Anna Berg, 3. März 2026", "2026-03-03", None, ("Anna Berg",)),
        ("Dan Goodwin - Apr 16, 2015 8:02 pm UTC", "2015-04-16", None, ("Dan Goodwin",)),
        ("AFP 30 avril 2015 à 07:19", "2015-04-30", None, ("AFP",)),
        ("By Jane Doe and Li Wei", None, None, ("Jane Doe", "Li Wei")),
        ("Por Lucía Serrano", None, None, ("Lucía Serrano",)),
        ("Die Redaktion", None, None, ("Die Redaktion",)),
        ("Par La Rédaction avec AFP", None, None, ("La Rédaction", "AFP")),
    ],
)
def test_a_credit_line_is_read(text, published, modified, authors):
    credit = read_credit(block(text))

    assert credit is not None
    assert (credit.published, credit.modified) == (published, modified)
    assert tuple(author.name for author in credit.authors) == authors


@pytest.mark.parametrize(
    "text",
    [
        "By the time the ferry left, nobody was on the quay.",
        "On 3 March 2026 the council met in the old cinema.",
        "Von hier an blind",
        "Par exemple",
        "Par Amour",
        "Por fin llueve",
        "Di notte",
        "By",
        "The meeting of 12 May 2026",
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_none(text):
    assert read_credit(block(text)) is None


def test_what_a_credit_says_beside_the_names_is_told_word_for_word():
    said = unsaid("Par Awa Diop, le 3 mars 2026", [Author(name="Awa Diop")])

    assert said == ("Par", ", le 3 mars 2026")
