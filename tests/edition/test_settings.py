"""EDITION.toml: what is wrong in it is said with its place."""

import pytest

from render.edition import read_settings
from render.edition.settings import ArticleEntry
from render.errors import InputError

GOOD = """
title = "Week"
lang = "en"
date = 2026-11-24
issue = 12
[[sections]]
title = "World"
articles = ["a.txt", { file = "b.md", lang = "fr", byline = "Ada" }]
"""


def test_a_date_and_a_number_need_no_quotation_marks():
    settings = read_settings(GOOD.encode(), "EDITION.toml")

    assert (settings.date, settings.issue) == ("2026-11-24", 12)


def test_an_article_is_a_name_or_a_table():
    listed = read_settings(GOOD.encode(), "EDITION.toml").sections[0].articles

    assert listed == ("a.txt", ArticleEntry(file="b.md", lang="fr", byline="Ada"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ("own", "a4")),
        ('layout = "tabloid"', ("broadsheet", "tabloid")),
        ('layout = "magazine"', ("magazine", "magazine")),
        ('layout = "magazine"\npage_size = "a4"', ("magazine", "a4")),
        ('layout = "broadsheet"\ntheme = "default"', ("default", "broadsheet")),
    ],
)
def test_a_layout_is_a_theme_and_a_page_size_unless_they_are_named(text, printed):
    wanted = read_settings(f"{GOOD}\n[print]\n{text}".encode(), "EDITION.toml").print

    assert (wanted.theme_or("own"), wanted.size) == printed


@pytest.mark.parametrize(
    ("lang", "hint"), [("english", 'write lang = "en"'), ("klingon", "BCP 47")]
)
def test_a_wrong_language_has_a_hint_that_fits_the_file(lang, hint):
    with pytest.raises(InputError) as caught:
        read_settings(GOOD.replace('"en"', f'"{lang}"').encode(), "EDITION.toml")

    assert hint in caught.value.hint
    assert "--" not in caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "T"', "missing required field `lang`"),
        (GOOD + '[print]\nlayout = "tablet"', "invalid enum value 'tablet'"),
        (GOOD + "page = 3", "unknown field `page`"),
        ('title = "T"\nlang = "en"', "names no article"),
        ('title = "T"\nlang = "en"\narticles = ["a"]\n[[sections]]\ntitle = "S"', "`articles`"),
        (GOOD.replace('["a.txt", { file = "b.md", lang = "fr", byline = "Ada" }]', "[]"), "no art"),
        ("title =", "is not TOML"),
        (GOOD.replace('"Week"', '" "'), "'title' is empty"),
        (GOOD.replace('"en"', '"english"'), "'lang' is 'english', which is no language tag"),
        (GOOD.replace('"en"', '""'), "'lang' is '', which is no language tag"),
        (GOOD + 'lang = "deutsch"', "'lang' of the section 'World' is 'deutsch', which is no"),
        (GOOD.replace('"fr"', '"klingon"'), "'lang' of 'b.md' is 'klingon', which is no"),
    ],
)
def test_a_fault_is_named_with_the_file(text, said):
    with pytest.raises(InputError, match=r"EDITION\.toml") as caught:
        read_settings(text.encode(), "EDITION.toml")

    assert said in caught.value.message
