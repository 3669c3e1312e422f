"""Law 10: a paragraph more loses no word elsewhere, and looks change no words."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from render import theme
from render.inspection import read_back, words
from render.pipeline.checking import finished
from render.readers.html import READER
from render.reading import ReadOptions, Source
from tests.laws.editions import built
from tests.laws.examples import examples
from tests.strategies import articles, paragraphs

PAGE = ("html",)
ATTRIBUTES = ['id="a"', 'lang="fr"', 'class="lead"', 'dir="ltr"', 'title="t"']


def _words(article, name="default"):
    (page,) = finished(built(article, name, PAGE).artefacts)
    reading = read_back(page)
    assert reading is not None
    return words(reading.text)


@examples(2)
@given(articles(), paragraphs, st.integers(0, 4))
def test_a_paragraph_more_loses_no_word(article, paragraph, place):
    body = (*article.body[:place], paragraph, *article.body[place:])
    longer = msgspec.structs.replace(article, body=body)

    assert not Counter(_words(article)) - Counter(_words(longer))


@pytest.mark.slow
@examples(2)
@given(articles(), st.sampled_from(theme.available()))
def test_another_theme_has_the_same_words(article, name):
    assert _words(article, name) == _words(article)


@examples(10)
@given(st.permutations(ATTRIBUTES))
def test_the_order_of_attributes_says_nothing(attributes):
    def read(order):
        html = (
            f"<p {' '.join(order)}>Some words, and <a {' '.join(order)} href='#a'>a link</a>.</p>"
        )
        options = ReadOptions(title="T", lang="en")
        return READER.read(Source(html.encode(), "a.html"), options).article

    assert read(attributes) == read(ATTRIBUTES)
