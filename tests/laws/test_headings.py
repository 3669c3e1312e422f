"""Law 6: one first heading, no skipped level, the same headings in page, book and contents."""

import io
import re
import zipfile
from itertools import pairwise

from hypothesis import given
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.laws.editions import built, files
from tests.laws.examples import examples
from tests.markup.writing import PAGE, identified, written_in
from tests.strategies import articles

_XHTML = "{http://www.w3.org/1999/xhtml}"


@examples(3)
@given(articles())
def test_headings_begin_at_one_and_skip_no_level(article):
    written = written_in(PAGE, identified(article))
    levels = [
        int(deeper or level)
        for level, deeper in re.findall(r'<h([1-6])(?:[^>]*aria-level="(\d+)")?', written)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@examples(1)
@given(articles())
def test_the_contents_name_the_headings_in_their_order(article):
    made = files(built(article))
    with zipfile.ZipFile(io.BytesIO(made["law.epub"])) as book:
        navigation = etree.fromstring(book.read("EPUB/nav.xhtml"))
    contents = next(navigation.iter(f"{_XHTML}nav"))
    listed = iter(["".join(map(str, link.itertext())) for link in contents.iter(f"{_XHTML}a")])
    page = LexborHTMLParser(made["law.html"])
    # The contents say pictures and formulas in words.
    for node in page.css(".furniture, .image-in-words, math, rt, rp"):
        node.decompose()

    shown = [node.text() for node in page.css("article h2, article h3, article h4")]
    assert all(any(_holds(entry, heading) for entry in listed) for heading in shown)


def _holds(text, part):
    rest = iter(text)
    return all(letter in rest for letter in part if not letter.isspace())
