import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.pipeline.slug import MAX_BYTES, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mali", "mali"),
        ("Mali-États-Unis : Après l’été", "mali-etats-unis-apres-lete"),
        ("Œuvre à Łódź, Straße", "oeuvre-a-lodz-strasse"),
    ],
)
def test_a_title_becomes_a_safe_name(title, name):
    assert slug(title) == name


def test_titles_without_latin_letters_stay_apart():
    assert slug("مرحبا") != slug("שלום")
    assert slug("مرحبا").startswith("article-")


def test_equal_names_are_numbered():
    assert slug("Été", {"ete"}) == "ete-2"
    assert slug("Été", {"ete", "ete-2"}) == "ete-3"


@given(st.text(max_size=300))
def test_every_name_is_short_ascii_and_never_empty(title):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= MAX_BYTES + len("article-")


@given(st.lists(st.text(max_size=20), max_size=8))
def test_names_in_one_run_are_distinct(titles):
    taken: set[str] = set()
    for title in titles:
        taken.add(slug(title, taken))

    assert len(taken) == len(titles)
