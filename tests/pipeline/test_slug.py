import re

import pytest

from render.pipeline.slug import MAX_BYTES, Slugs, slug


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


@pytest.mark.parametrize(
    ("one", "other", "begin"),
    [
        ("مرحبا", "שלום", "article-"),
        ("記事1", "論文1", "1-"),
        ("Mali: مرحبا", "Mali: שלום", "mali-"),
        ("Nr ١٢", "Nr ١٣", "nr-"),
    ],
)
def test_titles_that_differ_in_other_than_latin_letters_stay_apart(one, other, begin):
    assert slug(one) != slug(other)
    assert slug(one).startswith(begin)


@pytest.mark.parametrize("title", ["Hawaiʻi", "Þór", "naïve №5 ½ ①", "Ǆ ﬁ ª"])
def test_no_latin_letter_asks_for_a_hash(title):
    assert not re.search(r"-[0-9a-f]{8}$", slug(title))


@pytest.mark.parametrize(
    ("title", "ending", "name"),
    [
        ("The Week", "12", "the-week-12"),
        ("The Week", "", "the-week"),
        ("The Week", "2026-01-01", "the-week-2026-01-01"),
        ("word " * 20, "12", "word-" * 11 + "12"),
        ("x" * 90, "12", f"{'x' * 57}-12"),
    ],
)
def test_an_ending_is_kept_whole_whatever_the_title(title, ending, name):
    assert slug(title, ending=ending) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("جريدة النهر", "12"), ("صحيفة البلد", "12")),
        (("جريدة النهر", "12"), ("جريدة النهر", "13")),
        (("!", "12"), ("?", "12")),
        (("The Week", "٢"), ("The Week", "٣")),
        (("The Week", f"{'very ' * 20} long 1"), ("The Week", f"{'very ' * 20} long 2")),
    ],
)
def test_two_issues_never_have_one_name(one, other):
    names = [slug(title, ending=ending) for title, ending in (one, other)]

    assert names[0] != names[1]
    assert max(map(len, names)) <= MAX_BYTES


def test_equal_names_are_numbered():
    slugs = Slugs({"ete", "ete-3"})

    assert [slugs.give(title) for title in ("Été", "ete", "Ete 5", "été")] == [
        "ete-2",
        "ete-4",
        "ete-5",
        "ete-6",
    ]
