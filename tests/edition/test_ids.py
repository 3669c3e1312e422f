"""Ids in an edition: never two alike, and each the article's own with a prefix."""

from hypothesis import given, settings
from hypothesis import strategies as st

from render.edition import prefixed
from render.model import Link, NoteRef
from render.model.walk import walk
from render.preparation import prepare
from tests.strategies import articles


def _ids(article):
    return [node.id for node in walk(article) if node.id]


@settings(max_examples=25, deadline=None)
@given(articles(), st.sampled_from(["a1-", "a12-", "s3-"]))
def test_every_id_is_the_articles_own_with_the_prefix(article, prefix):
    alone = prepare(article).article

    assert _ids(prefixed(alone, prefix)) == [f"{prefix}{id_}" for id_ in _ids(alone)]


@settings(max_examples=25, deadline=None)
@given(articles())
def test_what_names_an_id_still_leads_there(article):
    alone = prepare(article).article
    renamed = prefixed(alone, "a7-")

    def named(each):
        found = list(walk(each))
        notes = [node.note for node in found if isinstance(node, NoteRef)]
        links = [node.href for node in found if isinstance(node, Link) and node.href[:1] == "#"]
        return notes, links

    notes, links = named(alone)
    assert named(renamed) == ([f"a7-{note}" for note in notes], [f"#a7-{x[1:]}" for x in links])


@settings(max_examples=25, deadline=None)
@given(articles(), articles())
def test_two_articles_share_no_id(first, second):
    one, two = (prepare(each).article for each in (first, second))

    assert not set(_ids(prefixed(one, "a1-"))) & set(_ids(prefixed(two, "a11-")))
