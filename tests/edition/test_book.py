"""The EPUB of an edition: a document for each article, with the ids it has alone."""

import io
import zipfile

import pytest

from render.edition import within
from render.epub_reading import XHTML, read_epub
from render.pagination import PageStart, Pagination

# An issue is made for them.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(artefact):
    return artefact("week.epub").data


@pytest.fixture(scope="module")
def book(data):
    return read_epub(data)


def _ids(root):
    return {element.get("id") for element in root.iter(f"{XHTML}*") if element.get("id")}


def test_each_article_has_a_document_with_its_own_ids(book):
    documents = {item.path.removeprefix("EPUB/"): root for item, root in book.texts()}

    assert [name for name in documents if name[0] in "fas"] == [
        "front.xhtml",
        "a1.xhtml",
        "s1.xhtml",
        "a2.xhtml",
        "a3.xhtml",
        "s2.xhtml",
        "a4.xhtml",
        "a5.xhtml",
    ]
    for name in ("a2.xhtml", "a3.xhtml"):
        assert {"title", "title-s1", "p-1-s1", "sec-1", "note-1"} <= _ids(documents[name])


def test_each_document_is_in_the_language_of_its_article(book):
    languages = [root.get("lang") for _, root in book.texts(linear_only=True)]

    assert languages == ["en", "en", "en", "en", "fr", "fr", "ar", "de"]
    assert set(book.package.values("dc:language")) == {"en", "fr", "ar", "de"}


def test_the_contents_are_nested_by_section(data):
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        nav = container.read("EPUB/nav.xhtml").decode()

    section = nav[nav.index("s1.xhtml") : nav.index("s2.xhtml")]
    assert section.index("a2.xhtml#title") < section.index("a2.xhtml#sec-1") < section.index("a3")
    assert '<li lang="ar" xml:lang="ar" dir="rtl"><a href="a4.xhtml#title">' in nav


def test_each_article_is_read_aloud_in_its_own_document(data):
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        overlay = container.read("EPUB/a3.smil").decode()

    assert 'src="a3.xhtml#title-s1"' in overlay
    assert 'src="a3.xhtml#p-1-s1"' in overlay
    assert "a2.xhtml" not in overlay


def test_a_part_sees_the_pages_that_begin_in_it(parts):
    places = ("title", "", "a1-title-s1", "a2-p-1-s2", "", "a11-p-1")
    pages = Pagination(tuple(PageStart(str(n), each) for n, each in enumerate(places, 1)))

    seen = {part.id: within(pages, part) for part in parts}

    assert seen["front"] == Pagination((PageStart("1", "title"), PageStart("2", "")))
    assert seen["a1"] == Pagination((PageStart("3", "title-s1"),))
    assert seen["a2"] == Pagination((PageStart("4", "p-1-s2"),))
