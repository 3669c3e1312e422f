"""Patterns in EDITION.toml: each takes what nobody has taken before it."""

import pytest

from render.errors import InputError
from render.pipeline.edition import read_edition

HEAD = 'title = "T"\nlang = "en"\n'


@pytest.fixture
def names(tmp_path):
    """The files of an edition in order, of which this is listed; there are three."""
    for name in ("a.md", "lead.md", "z.md"):
        (tmp_path / name).write_text(f"# {name}\n\nA long enough sentence stands here.\n")
    file = tmp_path / "EDITION.toml"

    def read(listed):
        file.write_text(HEAD + listed)
        return read_edition(file).names

    return read


@pytest.mark.parametrize(
    ("listed", "taken"),
    [
        ('articles = ["lead.md", "*.md"]', ("lead.md", "a.md", "z.md")),
        ('articles = ["./lead.md", "*.md"]', ("./lead.md", "a.md", "z.md")),
        ('articles = [{ file = "lead.md", lang = "fr" }, "*.md"]', ("lead.md", "a.md", "z.md")),
        ('articles = ["[al]*.md", "*.md"]', ("a.md", "lead.md", "z.md")),
        ('articles = ["*.md", "[al]*.md"]', ("a.md", "lead.md", "z.md")),
        (
            'articles = ["lead.md"]\n[[sections]]\ntitle = "Rest"\narticles = ["*.md"]',
            ("lead.md", "a.md", "z.md"),
        ),
        # Who names a file twice means it.
        ('articles = ["lead.md", "a.md", "lead.md"]', ("lead.md", "a.md", "lead.md")),
    ],
)
def test_a_pattern_takes_no_article_that_was_named_before(names, listed, taken):
    assert names(listed) == taken


def test_a_pattern_takes_nothing_that_was_written(tmp_path):
    for name in ("a.html", "out/t/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<h1>A</h1><p>A long enough sentence stands here.</p>")
    file = tmp_path / "EDITION.toml"
    file.write_text(HEAD + 'articles = ["**/*.html"]')

    assert read_edition(file, output=tmp_path / "out").names == ("a.html",)
    assert read_edition(file).names == ("a.html", "out/t/index.html")


def test_a_name_that_no_file_can_have_is_told(names):
    with pytest.raises(InputError, match="cannot read"):
        names(r'articles = ["\u0000.md"]')


def test_a_section_that_is_left_without_articles_is_told(names):
    with pytest.raises(
        InputError, match=r"EDITION\.toml: the section 'Rest' has no articles"
    ) as no:
        names('articles = ["*.md"]\n[[sections]]\ntitle = "Rest"\narticles = ["z.*"]')

    assert "named before" in no.value.hint
