"""Ids in an edition: never two alike, and each the article's own with a prefix."""

import pytest
from hypothesis import given, settings

from render.edition import prefixed
from render.model import Link, NoteRef
from render.model.walk import walk
from render.preparation import prepare
from tests.strategies import articles


def _ids(article):
    return [node.id for node in walk(article) if node.id]


def _named(article):
    """The ids that notes and links name."""
    found = list(walk(article))
    notes = [node.note for node in found if isinstance(node, NoteRef)]
    links = [node.href for node in found if isinstance(node, Link) and node.href[:1] == "#"]
    return notes, links


@pytest.mark.slow
@settings(max_examples=6)
@given(articles(), articles())
def test_ids_are_the_articles_own_with_a_prefix_and_no_other_article_has_them(first, second):
    one, two = (prepare(each).article for each in (first, second))
    renamed, other = prefixed(one, "a1-"), prefixed(two, "a11-")

    assert _ids(renamed) == [f"a1-{id_}" for id_ in _ids(one)]
    notes, links = _named(one)
    assert _named(renamed) == ([f"a1-{note}" for note in notes], [f"#a1-{x[1:]}" for x in links])
    assert not set(_ids(renamed)) & set(_ids(other))
