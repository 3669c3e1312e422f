"""Law 9: the same article gives the same bytes. For batches in another order see row 63."""

import pytest
from hypothesis import given

from tests.laws.editions import built, files
from tests.laws.examples import examples
from tests.strategies import articles


@pytest.mark.slow
@examples(1)
@given(articles())
def test_two_builds_give_the_same_bytes(article):
    first = files(built(article))
    built.cache_clear()

    assert files(built(article)) == first
