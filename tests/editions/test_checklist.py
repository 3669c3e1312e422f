"""Fifty of fifty on the examples, and every item that asks about something finds it there."""

import re

import pytest

import tests.renderers.epub.checklist_sound  # noqa: F401 - it adds its items to the list
from render.inspection import flows
from render.model import Section
from render.model.walk import plain_text
from render.renderers.epub.claim import with_claim
from tests.renderers.epub.checklist import Book, Expected, failed
from tests.renderers.epub.test_checklist import CLAIM

pytestmark = pytest.mark.slow

# A paste says neither who published it, nor when, nor from where it was taken.
UNTOLD = {"mali.txt": ["11 publication date and publisher", "12 description and source"]}

# What an item asks about, by what shows in the file that it is there to be asked about.
EXERCISED = {
    21: 'epub:type="page-list"',
    22: 'role="doc-pagebreak"',
    39: "<par ",
    42: "<img [^>]*alt=.[^\"']",
    43: "aria-details=",
    44: "<table",
    45: "<math",
    46: 'epub:type="noteref"',
    47: "<span lang=",
    48: "<blockquote(.|\n)*<[ou]l",
    49: "<lexeme>",
}


@pytest.fixture(scope="module")
def books(builds) -> dict[str, Book]:
    return {name: _book(build) for name, build in builds.items()}


def _book(build) -> Book:
    article = build.article
    [made] = [each for each in build.artefacts if each.media_type == "application/epub+zip"]
    sections = (plain_text(each.heading) for each in article.body if isinstance(each, Section))
    expected = Expected(
        title=plain_text(article.meta.title),
        lang=article.meta.lang,
        byline=article.meta.authors[0].name,
        sections=tuple(sections),
        words=tuple(word for run in flows(article)[0] for word in run.words),
    )
    return Book(with_claim(made.data, CLAIM), expected)


def test_every_example_has_all_fifty_but_what_it_was_not_told(books):
    assert {name: items for name, book in books.items() if (items := failed(book))} == UNTOLD


def test_every_item_is_exercised_by_an_example(books):
    text = "".join(
        data.decode()
        for book in books.values()
        for name, data in book.files.items()
        if name.endswith((".xhtml", ".smil", ".pls", ".opf"))
    )
    assert [item for item, sign in EXERCISED.items() if not re.search(sign, text)] == []
