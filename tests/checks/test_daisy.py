"""The DAISY check: silent on good books, and shown to fail on bad twins."""

import io
import zipfile

import pytest

from render.checks.daisy import CHECK
from render.plugins import CheckedFile, Job, Subject
from render.renderers.daisy import RENDERER
from render.sound.archive import zipped
from render.speech import narrate
from render.theme import load
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import french


@pytest.fixture(scope="module")
def book():
    article = french()
    narration = narrate(article, SILENT)
    job = Job(article, "a", load("default"), "2026-03-12T00:00:00Z", narration=narration)
    with zipfile.ZipFile(io.BytesIO(RENDERER.render(job).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(files):
    file = CheckedFile("a-daisy.zip", "application/zip", zipped(files))
    return {finding.code for finding in CHECK.run(Subject((file,))).findings}


def changed(book, name, old, new):
    text = book[name].decode()
    assert old in text
    return book | {name: text.replace(old, new, 1).encode()}


@pytest.mark.slow
def test_what_we_make_passes(book):
    assert faults(book) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("s0001.smil", "</body>", "", "DAISY-001"),
        ("content.html", "<head>", '<!DOCTYPE x [<!ENTITY a "b">]><head>', "DAISY-001"),
        ("ncc.html", 'name="ncc:totalTime"', 'name="x"', "DAISY-002"),
        ("ncc.html", 'name="ncc:files" content="', 'name="ncc:files" content="9', "DAISY-002"),
        ("ncc.html", 'class="title"', "", "DAISY-003"),
        ("ncc.html", "<h2", "<h3", "DAISY-001"),
        ("ncc.html", "s0002.smil#", "s0009.smil#", "DAISY-004"),
        ("content.html", 'id="p-1-s1"', 'id="other"', "DAISY-004"),
        ("s0001.smil", "a0001.mp3", "a0009.mp3", "DAISY-004"),
        ("s0002.smil", 'clip-begin="npt=0.000s"', 'clip-begin="npt=99.000s"', "DAISY-005"),
        ("ncc.html", 'totalTime" content="00:', 'totalTime" content="01:', "DAISY-005"),
    ],
)
def test_a_bad_twin_is_found(book, name, old, new, code):
    assert code in faults(changed(book, name, old, new))


def test_a_level_that_skips_is_found(book):
    text = book["ncc.html"].decode().replace("<h2", "<h3").replace("</h2>", "</h3>")

    assert "DAISY-003" in faults(book | {"ncc.html": text.encode()})


def test_a_missing_sound_is_found(book):
    assert "DAISY-004" in faults({name: data for name, data in book.items() if name != "a0001.mp3"})


def test_a_sound_that_is_cut_off_is_found(book):
    assert "DAISY-005" in faults(book | {"a0001.mp3": book["a0001.mp3"][:4000]})


def test_other_archives_are_none_of_its_business():
    for data in (b"PK nonsense", zipped({"a.txt": b""})):
        verdict = CHECK.run(Subject((CheckedFile("a.zip", "application/zip", data),)))
        assert verdict.files == ()
