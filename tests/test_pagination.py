from render.model import Break
from render.pagination import PageStart, Pagination, page_starts
from tests.writing import article


def test_each_folio_is_marked_once_where_its_text_begins():
    pages = (
        PageStart("1", "title"),
        PageStart("2", "p-1-s1"),
        PageStart("3", "p-1-s1"),
        PageStart("3", "p-2"),
        PageStart("4", ""),
    )

    assert page_starts(Pagination(pages), article()) == {"title": ("1",), "p-1-s1": ("2", "3")}


def test_without_a_printed_edition_nothing_is_marked():
    assert page_starts(None, article()) == {}


def test_pages_that_the_article_brings_win():
    own = article(Break(kind="page", label="12"))

    assert page_starts(Pagination((PageStart("1", "p-1"),)), own) == {}
