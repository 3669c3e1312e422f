import pytest

from render.pipeline.slug import slug


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
