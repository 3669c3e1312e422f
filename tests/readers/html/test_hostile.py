"""Bad HTML: nothing crashes, nothing unsafe stays, no word is lost in silence."""

import pytest

from render.errors import EmptyArticleError, UsageError
from render.readers.html import READER
from render.reading import ReadOptions, Source

OPTIONS = ReadOptions(title="T", lang="en")
PROSE = "<p>One sentence of the article, long enough to be prose, and then a little more.</p>"


def read(html, options=OPTIONS):
    return READER.read(Source(html.encode("utf-8", "surrogatepass"), "bad.html"), options)


NESTED = {
    "divs": ("<div>", "</div>", 400),
    "quotes": ("<blockquote>", "</blockquote>", 400),
    "lists": ("<ul><li>x", "</li></ul>", 400),
    "tables": ("<table><tr><td>x<td>y<tr><td>z<td>", "</table>", 60),
    "bold": ("<b>", "</b>", 2000),
}


@pytest.mark.parametrize(("begin", "end", "depth"), NESTED.values(), ids=NESTED.keys())
@pytest.mark.parametrize("page", ["", "<!doctype html><body>"], ids=["fragment", "page"])
def test_deep_nesting_keeps_or_lists_every_word(begin, end, depth, page, words):
    reading = read(f"{page}{PROSE}{begin * depth}{PROSE}innermost{end * depth}{PROSE}")
    kept = words(reading.article)
    assert (kept + " ".join(d.text for d in reading.dropped)).count("long enough") == 3
    assert "innermost" in kept


SWALLOWED = {
    "textarea": "<textarea>", "select": "<select><option>", "title": "<title>", "comment": "<!--",
}  # fmt: skip


@pytest.mark.parametrize("opening", SWALLOWED.values(), ids=SWALLOWED.keys())
def test_what_an_unclosed_element_swallows_is_listed(opening):
    reading = read(f"{PROSE}{opening} the rest of it")
    assert "the rest of it" in " ".join(dropped.text for dropped in reading.dropped)


def test_spans_beyond_the_table_are_cut():
    reading = read('<table><tr><th colspan="9999">a<th rowspan="65000">b<tr><td>c</table>')
    first = reading.article.body[0].rows[0].cells
    assert (first[0].colspan, first[1].rowspan) == (1000, 2)
    assert [f.code for f in reading.findings] == ["HTML-012", "HTML-012"]


def test_skipped_levels_and_empty_headings_are_reported():
    reading = read("<h1>A</h1><h4>B</h4><h2>C</h2><h6>D</h6><h3></h3><h1>E</h1>")
    assert [f.code for f in reading.findings] == [
        "HTML-019", "HTML-021", "HTML-021", "HTML-023",
    ]  # fmt: skip


def test_nul_is_reported_and_the_text_after_it_stays(words):
    reading = read("<p>before\0after</p>")
    assert words(reading.article) == "beforeafter"
    assert [f.code for f in reading.findings] == ["HTML-025"]


@pytest.mark.parametrize(
    "html", ["<nav><a href='/'>Accueil</a></nav>", "<p> </p>", "<script>x</script>"]
)
def test_no_article_text_is_an_error(html):
    with pytest.raises(EmptyArticleError, match=r"bad\.html: no article text"):
        read(f"<!doctype html><body>{html}")


@pytest.mark.parametrize(
    ("select", "says"), [("p[[", "no CSS selector"), ("#x", "matches nothing")]
)
def test_a_selector_that_finds_nothing_is_an_error(select, says):
    with pytest.raises(UsageError, match=says):
        read(f"<!doctype html><body>{PROSE}", ReadOptions(select=select))
