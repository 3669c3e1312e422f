"""A megabyte of anything is planned in time that grows with its length, and loses nothing."""

import time

import pytest

from render.model import Article, Meta, Paragraph, Text
from render.speech import plan
from render.speech.normalise import normalise

LONG = {
    "words": "le port de Gao a rouvert ses portes aux pirogues " * 60,
    "clauses": "la mer monte, les bateaux rentrent ; " * 80,
    "token": "x" * 3000,
    "figures": "7" * 3000,
    "numbers": " ".join(map(str, range(1000))),
}


def one_paragraph(text):
    meta = Meta(title=(Text(value="Titre"),), lang="fr")
    return Article(meta=meta, body=(Paragraph(children=(Text(value=text),), id="p"),))


@pytest.mark.slow
@pytest.mark.parametrize("written", LONG.values(), ids=LONG)
def test_the_pieces_of_a_long_sentence_cover_it_in_order(written):
    pieces = normalise(written, "fr")

    assert [piece.begin for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == len(written)


@pytest.mark.slow
@pytest.mark.parametrize("written", LONG.values(), ids=LONG)
def test_the_parts_of_a_long_sentence_are_short_and_say_all_of_it(written):
    _, unit = plan(one_paragraph(written))

    assert all(len(part.spoken) <= 300 for part in unit.parts)
    said = "".join(piece.spoken for piece in normalise(written, "fr"))
    assert "".join(part.spoken for part in unit.parts) == said


@pytest.mark.slow
@pytest.mark.parametrize("written", ["x", "7", "un deux, ", "12 "], ids=repr)
def test_time_grows_with_the_length(written):
    """Seconds for 300 kB, where the square of it took minutes."""
    text = written * (300_000 // len(written))
    article = one_paragraph(text)
    begin = time.process_time()

    plan(article)
    assert time.process_time() - begin < 20
