"""LaTeX in Markdown: drawn as MathML, and said in words, in every edition."""

from pathlib import Path

import pytest

from render import markup, theme
from render.labels import labels_for
from render.markup import Dialect
from render.pdf_reading import read_tree, spoken_text
from render.plugins import Job
from render.preparation import prepare
from render.readers.markdown import READER
from render.reading import ReadOptions, Source
from render.renderers.pdf import engine, renderer
from render.renderers.pdf.options import PdfOptions
from render.speech import plan

WELLS = Path(__file__).with_name("wells.md")
WORDS = (
    "r",
    "Q equals the fraction 2 π k h s over natural log R over r, end of fraction",
    "s",
    "r au carré",
    "V equals sum from i equals 1 to 24 of Q sub i Δ t",
)


@pytest.fixture(scope="module")
def article():
    reading = READER.read(Source(WELLS.read_bytes(), "wells.md"), ReadOptions())
    assert [finding.code for finding in reading.findings] == ["MD-005"]
    return prepare(reading.article).article


def test_page_and_book_have_mathml_with_its_words(article):
    body = markup.body(article, Dialect(labels=labels_for("en")))
    assert [f'alttext="{words}"' in body for words in WORDS] == [True] * 5
    assert body.count("<mfrac>") == 2
    assert body.count('display="block"') == 1
    assert r"<code>\fooo{x}</code>" in body


def test_the_voice_says_the_words_in_their_sentence(article):
    spoken = " ".join(unit.spoken for unit in plan(article))
    assert "gives water as Q equals the fraction two π k h s over" in spoken
    assert "Soit r au carré." in spoken


@pytest.mark.slow
def test_the_pdf_reads_the_words_in_their_place(article):
    job = Job(article, "wells", theme.load("default"), "2026-01-01T00:00:00Z")
    response = engine.write(renderer.request_for(job, PdfOptions()))
    lines = spoken_text(read_tree(response.data)).split("\n")
    assert f"A well of radius r gives water as {WORDS[1]} , where s is how far" in lines[1]
    assert lines[2] == WORDS[4]
    assert [finding.code for finding in response.findings] == []
