"""Front matter: every value is text, and nothing in it is trusted."""

import pytest

from render.errors import EmptyArticleError, InputError
from render.model import Described
from render.model.walk import plain_text
from render.readers.markdown import READER
from render.reading import ReadOptions, Source


def read(text, **options):
    return READER.read(Source(text.encode(), "a.md"), ReadOptions(**options))


def meta(front):
    return read(f"---\n{front}\n---\nSome text in English, and then a little more.\n").article.meta


def test_norwegian_is_not_false_and_one_point_ten_stays():
    found = meta("title: T\nlang: no\nissue: 1.10\npage: 012")
    assert (found.lang, found.issue, found.page) == ("no", "1.10", "012")


def test_synonyms_lists_and_authors_in_any_shape():
    found = meta(
        "Title: A *fine* day\nsubtitle: Deck\nlang: en\ndate: 2026-03-31\nlastmod: 2026/04/01\n"
        "tags: a, b\nlicense: CC0\n"
        "author:\n  - Ana\n  - {name: Le Pont, kind: organisation, role: editor}\n"
        "cover: c.jpg\ncover-alt: A bridge"
    )
    assert plain_text(found.title) == "A fine day"
    assert plain_text(found.deck) == "Deck"
    assert (found.published, found.modified) == ("2026-03-31", "2026-04-01")
    assert (found.keywords, found.licence) == (("a", "b"), "CC0")
    assert [(a.name, a.kind, a.role) for a in found.authors] == [
        ("Ana", "person", None), ("Le Pont", "organisation", "editor"),
    ]  # fmt: skip
    assert found.cover.alt == Described("A bridge")


BROKEN = {
    "no YAML": ("title: a: b", r"a\.md:2: front matter is not YAML"),
    "a list": ("- a", r"a\.md:2: front matter is not a list of keys"),
    "depth": ("a: " + "[" * 500 + "]" * 500, r"a\.md:2: .*nested"),
    "a control character": ("a: b\x01", r"a\.md:2: .*YAML forbids"),
}


@pytest.mark.parametrize(("front", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_front_matter_stops_with_the_line(front, says):
    with pytest.raises(InputError, match=says):
        meta(front)


def test_dates_that_do_not_exist_are_left_out_with_a_warning():
    reading = read("---\ntitle: T\nlang: en\ndate: 99999-99-99\nmodified: 31/02/2026\n---\nx")
    assert [f.code for f in reading.findings] == ["MD-003", "MD-003"]
    assert (reading.article.meta.published, reading.article.meta.modified) == (None, None)


def test_an_unknown_key_names_the_nearest():
    finding = read("---\ntitle: T\nlang: en\nauthro: x\n---\nx").findings[0]
    assert (finding.code, finding.hint) == ("MD-001", "did you mean 'author'?")


TITLES = {
    "front matter": ("---\ntitle: A\n---\n## B\n\nx", "A", 1),
    "the only first heading": ("# A\n\n## B\n\nx", "A", 1),
    "in both, once": ("---\ntitle: A b\n---\n# A  b\n\n## B\n\nx", "A b", 1),
    "in both, different": ("---\ntitle: A\n---\n# C\n\n## B\n\nx", "A", 1),
    "the file's name at last": ("x", "a", 1),
}


@pytest.mark.parametrize(("text", "title", "blocks"), TITLES.values(), ids=TITLES.keys())
def test_titles(text, title, blocks, words):
    article = read(text, lang="en").article
    assert plain_text(article.meta.title) == title
    assert len(article.body) == blocks
    assert words(article).count(title) == 0


def test_only_front_matter_is_no_article():
    with pytest.raises(EmptyArticleError):
        read("---\ntitle: T\n---\n")


def test_the_english_example_is_read_whole(words):
    from pathlib import Path

    data = (Path(__file__).parents[3] / "examples" / "tidal-power.md").read_bytes()
    reading = READER.read(Source(data, "tidal-power.md"), ReadOptions())
    assert not reading.findings
    assert not reading.dropped
    assert reading.article.meta.lang == "en-GB"
    assert len(reading.article.notes) == 2
    assert [asset.href for asset in reading.article.assets] == ["images/tide-and-output.png"]
    assert words(reading.article).endswith("off the north coast of Scotland.")
