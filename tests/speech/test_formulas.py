"""Formulas are said as a person reads them aloud."""

import tomllib
from pathlib import Path

import pytest
from latex2mathml.converter import convert

from render.speech import formulas
from render.speech.formulas import formula_in_words

CASES = tomllib.loads(Path(__file__).with_name("formulas.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("lang", "latex", "words"),
    [(lang, latex, words) for lang, table in CASES.items() for latex, words in table.items()],
)
def test_a_formula_is_said_in_words(lang, latex, words):
    assert formula_in_words(convert(latex), lang) == words


def test_mathml_that_authors_write_is_said_too():
    mathml = (
        "<math><mfenced><mi>a</mi><mi>b</mi></mfenced><mo>-</mo><mmultiscripts><mi>X</mi>"
        "<mn>1</mn><none/></mmultiscripts><mspace/><mphantom><mi>y</mi></mphantom>"
        "<mi>f</mi><mo>\u2061</mo><mi>x</mi><mfrac><mn>1</mn></mfrac></math>"
    )
    said = formula_in_words(mathml, "en-GB")
    assert said == "open parenthesis a, b close parenthesis minus X 1 f x 1"


def test_characters_named_as_in_web_pages_are_said():
    mathml = "<math><mi>&alpha;</mi><mo>&InvisibleTimes;</mo><mi>&lt;</mi></math>"
    assert formula_in_words(mathml, "en") == "α is less than"


@pytest.mark.parametrize(
    ("mathml", "lang"),
    [("<math><mi>x</mi></math>", "bm"), ("<math>", "en"), ("<!DOCTYPE a><math/>", "en")],
)
def test_nothing_is_said_without_words_or_mathml(mathml, lang):
    assert formula_in_words(mathml, lang) == ""


def test_every_language_has_the_same_words():
    english, *others = formulas._vocabularies().values()
    for other in others:
        for part in ("phrases", "lengths", "signs", "names", "accents"):
            assert getattr(other, part).keys() == getattr(english, part).keys()
