"""Law 5: an article is its JSON; an unknown field is an error with its path, and no loss."""

import msgspec
import pytest
from hypothesis import given

from render.model import Article
from tests.laws.examples import examples
from tests.strategies import articles


@pytest.mark.slow
@examples(4)
@given(articles())
def test_json_and_back_gives_the_same_article(subject):
    written = msgspec.json.encode(subject)

    assert msgspec.json.decode(written, type=Article) == subject
    assert msgspec.json.encode(msgspec.json.decode(written, type=Article)) == written
