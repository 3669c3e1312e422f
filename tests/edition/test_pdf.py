"""The PDFs of an edition: contents, folios, running heads and page markers agree."""

import dataclasses
import re

import pytest
from msgspec.structs import replace

from render.edition import within
from render.errors import UsageError
from render.inspection import read_back
from render.pagination import PageStart, Pagination
from render.pdf_reading import Tag, Words, read_tree, text_of
from render.pipeline.checking import finished
from render.pipeline.edition_formats import print_options
from render.pipeline.edition_pages import unmarked_pages

TITLES = ["A leader", "World", "The river", "Le fleuve", "Monde", "النهر", "Das Ufer"]


@pytest.fixture(scope="module")
def tree(artefact):
    return read_tree(artefact("week.pdf").data)


def _page(tag: Tag) -> int:
    return next(
        child.page for each in tag.tags() for child in each.children if isinstance(child, Words)
    )


def _headings(tree):
    return [tag for tag in tree.tags() if re.fullmatch("H[1-6]", tag.name)]


def test_sections_and_articles_are_headings_below_the_title(tree):
    found = [(tag.name, text_of(tag).strip()) for tag in _headings(tree)]

    assert [each for each in found if each[0] in {"H1", "H2", "H3"}] == [
        ("H1", "The Week"),
        ("H2", "Contents"),
        ("H2", "A leader"),
        ("H2", "World"),
        ("H3", "The river"),
        ("H3", "Le fleuve"),
        ("H2", "Monde"),
        ("H3", "النهر"),
        ("H3", "Das Ufer"),
    ]


@pytest.mark.parametrize("name", ["week.pdf", "week-print.pdf"])
def test_the_contents_say_on_which_page_each_title_stands(artefact, name):
    tree = read_tree(artefact(name).data)
    pages = {text_of(tag).strip(): _page(tag) for tag in _headings(tree)}
    links = [tag for tag in tree.tags() if tag.name == "TOCI"]
    said = [text_of(next(each for each in tag.tags() if each.name == "Reference")) for tag in links]

    assert said == [f"{title} {pages[title]}" for title in TITLES]


def test_running_heads_name_the_section(tree):
    heads = {each.page: each.text for each in tree.artifacts if each.subtype == "Header"}

    assert heads[4] == "World · Le fleuve"


def test_each_article_is_tagged_in_its_language(tree):
    languages = {tag.lang for tag in tree.tags() if tag.name in {"Div", "Sect"} and tag.lang}

    assert languages == {"fr", "ar", "de"}


def test_the_book_has_the_pages_of_the_print_edition(artefact):
    printed = artefact("week-print.pdf").pagination
    book = read_back(*finished([artefact("week.epub")]))

    assert book is not None
    assert book.pages == tuple(page.label for page in printed.pages)


def test_each_page_of_the_book_begins_where_the_printed_one_does(artefact, parts):
    printed = artefact("week-print.pdf").pagination
    pages = {part.id: within(printed, part) for part in parts}
    opened = {key: [page.label for page in each.pages] for key, each in pages.items() if each}

    assert opened["front"] == ["1"]
    every = [label for labels in opened.values() for label in labels]
    assert every == [page.label for page in printed.pages]


def test_a_printed_page_that_the_book_lacks_is_told(artefact):
    book, printed = (artefact(name) for name in ("week.epub", "week-print.pdf"))
    pages = Pagination((*printed.pagination.pages, PageStart("99", "")))

    found = tuple(unmarked_pages((book, dataclasses.replace(printed, pagination=pages))))

    assert [each.code for each in found] == ["EDITION-001"]
    assert "page 99 " in found[0].message


def test_a_page_size_that_is_none_is_refused(reading):
    settings = reading.settings

    with pytest.raises(UsageError, match="no page size is called 'huge'"):
        print_options(replace(settings, print=replace(settings.print, page_size="huge")))


@pytest.mark.parametrize("name", ["week.pdf", "week-print.pdf"])
def test_the_cover_stands_on_the_front_page_with_what_it_shows(artefact, name):
    figures = [tag for tag in read_tree(artefact(name).data).tags() if tag.name == "Figure"]

    assert [(tag.alt, _page(tag)) for tag in figures] == [("A river in flood", 1)]
