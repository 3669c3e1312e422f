"""Law 8: names are safe on every system, short, and never two articles'."""

import re
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from render.batch.naming import Names
from render.pipeline.slug import MAX_BYTES, Slugs, slug
from tests.laws.examples import examples


@examples(40)
@given(st.text(max_size=300))
def test_every_name_is_short_ascii_and_never_empty(title):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= MAX_BYTES + len("article-") <= 120


@examples(40)
@given(st.lists(st.text(max_size=20), max_size=8))
def test_names_in_one_run_are_distinct(titles):
    slugs = Slugs()

    assert len({slugs.give(title) for title in titles}) == len(titles)


@examples(30)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_names_of_a_batch_are_safe_and_never_given_twice(paths):
    names = Names()

    given_names = [names.article(PurePosixPath("in") / path.lstrip("/")) for path in paths]

    folded = [name.casefold() for name in given_names]
    assert len(set(folded)) == len(folded)
    assert all(part and part[0] not in ".-" for name in folded for part in name.split("/"))
    # No article's folder lies inside another's.
    assert not any(one != two and two.startswith(f"{one}/") for one in folded for two in folded)
