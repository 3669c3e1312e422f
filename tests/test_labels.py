import dataclasses

import pytest

from render.labels import labels_for, languages, written_date

PLACES = {"day_month_year", "month_year", "extended_description_of", "percent"}


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_word(lang):
    labels = dataclasses.asdict(labels_for(lang))
    assert len(labels["months"]) == 12
    assert [name for name, words in labels.items() if not words] == []
    assert {name for name, words in labels.items() if "{" in words} == PLACES


def test_a_language_without_words_gets_english_and_says_so():
    assert labels_for("bm").lang == "en"
    assert labels_for("fr-CA").lang == "fr"
    assert labels_for("ar").dir == "rtl"


@pytest.mark.parametrize(
    ("date", "lang", "said"),
    [
        ("2026-11-04", "fr", "4 novembre 2026"),
        ("2026-11-04T08:30:00Z", "en", "4 November 2026"),
        ("2026-11-04", "de", "4. November 2026"),
        ("2026-11-04", "es", "4 de noviembre de 2026"),
        ("2026-11-04", "ar", "4 نوفمبر 2026"),
        ("2026-11", "fr", "novembre 2026"),
        ("2026", "fr", "2026"),
        ("2026-13-04", "fr", "2026-13-04"),
        ("last spring", "en", "last spring"),
    ],
)
def test_a_date_is_written_as_people_write_it(date, lang, said):
    assert written_date(date, labels_for(lang)) == said
