"""Written and spoken forms, as pairs in files beside this one."""

from pathlib import Path

import pytest

from render.speech.normalise import normalise

HERE = Path(__file__).parent


def pairs(lang):
    for line in (HERE / f"{lang}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("# "):
            written, spoken = line.split(" => ")
            yield pytest.param(lang, written, spoken, id=f"{lang}: {written}")


def said(written, lang, lexicon=()):
    return "".join(piece.spoken for piece in normalise(written, lang, lexicon))


@pytest.mark.parametrize(("lang", "written", "spoken"), [*pairs("fr"), *pairs("en"), *pairs("de")])
def test_written_is_said_as_a_newsreader_says_it(lang, written, spoken):
    assert said(written, lang) == spoken
