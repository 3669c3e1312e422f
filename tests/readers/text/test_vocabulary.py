"""The word lists: complete, clean, and of no harm to each other."""

import tomllib
from pathlib import Path

import pytest

import render.readers.text
from render.readers.text.vocabulary import fold, vocabulary
from render.readers.text.weights import is_navigation

FILES = sorted((Path(render.readers.text.__file__).parent / "words").glob("*.toml"))
KEYS = {
    "function_words",
    "navigation",
    "sections",
    "byline",
    "newsroom",
    "joiners",
    "published",
    "modified",
    "months",
    "months_short",
    "date_words",
    "captions",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_every_list(path):
    lists = tomllib.loads(path.read_text("utf-8"))

    assert set(lists) == KEYS
    assert lists["navigation"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_phrase_stands_twice(path):
    lists = tomllib.loads(path.read_text("utf-8"))

    phrases = (lists["navigation"] + lists["sections"]).splitlines()
    assert sorted(set(phrases)) == sorted(phrases)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_months_are_twelve_or_written_in_digits(path):
    lists = tomllib.loads(path.read_text("utf-8"))

    assert len(lists["months"].split()) in (0, 12)
    assert len(lists["months_short"].split()) in (0, 12)


def test_no_month_has_two_numbers():
    names: dict[str, set[int]] = {}
    for path in FILES:
        lists = tomllib.loads(path.read_text("utf-8"))
        for key in ("months", "months_short"):
            for number, name in enumerate(lists[key].split(), start=1):
                names.setdefault(name, set()).add(number)

    assert {name: numbers for name, numbers in names.items() if len(numbers) > 1} == {}


def test_no_newsroom_is_taken_for_navigation():
    words = vocabulary()

    assert words.newsrooms & words.navigation == set()
    assert words.agencies & words.navigation == set()


@pytest.mark.parametrize(
    "text",
    ["Home", "« Accueil »", "Home | News | Sport", "MENU", "Read more…", "Lire la suite →", "検索"],
)
def test_navigation_is_known_in_any_dress(text):
    assert is_navigation(text, vocabulary())


@pytest.mark.parametrize(
    "text",
    ["Home is where the bus stops", "Accueil des réfugiés", "Science News", "News from home", ""],
)
def test_a_phrase_that_only_begins_like_navigation_is_none(text):
    assert not is_navigation(text, vocabulary())


def test_folding_ignores_case_punctuation_and_the_shape_of_apostrophes():
    assert fold("  → Liens d’évitement ! ") == fold("liens d'évitement")
