"""The newspaper: a front page with masthead, contents and the first article, which goes on."""

import re

import pytest

from render.inspection import read_back
from render.pdf_reading import Words, read_tree, text_of
from render.pipeline import BuildOptions
from render.pipeline.checking import finished
from render.pipeline.edition import build_edition, read_edition
from tests.edition.issue import write_issue

# An issue is made for them.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A tabloid of six articles in two sections, and its book, by the ends of their names."""
    file = write_issue(tmp_path_factory.mktemp("issue"), 6, paragraphs=6)
    options = BuildOptions(to=("print", "epub"), voice="silent", words_per_minute=400)
    made = build_edition(read_edition(file), "harbour", options)
    assert not made.failures
    return {each.file_name.removeprefix("harbour"): each for each in made.artefacts}


@pytest.fixture(scope="module")
def tree(files):
    return read_tree(files["-print.pdf"].data)


def _pages(tag):
    return [
        child.page for each in tag.tags() for child in each.children if isinstance(child, Words)
    ]


def _titles(tree):
    """The page of each section and article."""
    heads = (tag for tag in tree.tags() if tag.name in {"H1", "H2", "H3"})
    found = {text_of(tag).strip(): _pages(tag)[0] for tag in heads}
    return {title: page for title, page in found.items() if re.search(r" \d+$", title)}


def test_the_front_page_has_masthead_contents_and_the_first_article(tree):
    front = " ".join(
        text_of(tag) for tag in tree.tags() if tag.name != "Document" and set(_pages(tag)) == {1}
    )

    for words in ("Issue 40", "The Harbour Paper", "24 November 2026", "Harbour House"):
        assert words in front
    assert "Contents" in front
    assert _titles(tree)["Pier 1"] == _titles(tree)["Carnet du port 1"] == 1


def test_the_first_article_goes_on_inside(tree):
    paragraphs = [tag for tag in tree.tags() if tag.name == "P" and "bateaux" in text_of(tag)]

    assert {1, 2} <= {page for tag in paragraphs for page in _pages(tag)}


def test_contents_folios_and_the_pages_of_the_book_agree(files, tree):
    printed = files["-print.pdf"].pagination
    titles = _titles(tree)
    entries = [tag for tag in tree.tags() if tag.name == "TOCI"]
    said = [
        text_of(next(each for each in tag.tags() if each.name == "Reference")) for tag in entries
    ]
    book = read_back(*finished([files[".epub"]]))

    assert said == [f"{title} {printed.pages[page - 1].label}" for title, page in titles.items()]
    assert book is not None
    assert book.pages == tuple(page.label for page in printed.pages)


def test_a_running_head_names_the_section_and_the_article_that_the_page_begins_with(tree):
    heads: dict[int, list[str]] = {}
    for each in tree.artifacts:
        if each.subtype == "Header":
            heads.setdefault(each.page, []).append(each.text.strip())
    titles = _titles(tree)

    assert 1 not in heads
    assert heads[2] == ["Pier 1 · Carnet du port 1", "The Harbour Paper"]
    assert heads[titles["Pier 2"]][0] == "Pier 2"
