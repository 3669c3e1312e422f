"""What the engine lets in, what it refuses, and what it gives."""

import gc
import re

import pytest

from render.errors import BudgetError, ThemeError, UsageError
from render.findings import Severity
from render.pagination import PageStart
from render.pdf_reading import Words, read_tree
from render.renderers.pdf import engine, messages
from render.renderers.pdf.layout import Leaf
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.tagging.nodes import Content
from render.renderers.pdf.tagging.writing import TreeWriter
from tests.renderers.pdf.laid_out import lay, request, tree

WORDS = "<p>" + "Words that fill a line and go on to the next. " * 60 + "</p>"


@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<img src="https://example.org/x.png" alt="x">',
        '<img src="asset:unknown" alt="x">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<object data="file:///etc/hostname"></object>',
        "<style>p { background: url(https://example.org/x.png) }</style><p>x</p>",
        '<style>@import "https://example.org/x.css";</style>',
    ],
)
def test_nothing_but_the_articles_own_assets_is_read(body):
    with pytest.raises(ThemeError, match="asks for '"):
        lay(body)


@pytest.mark.parametrize("source", ["url(file:///x.ttf)", "local('DejaVu Sans')"])
def test_a_style_adds_no_font_to_the_themes_own(source, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with pytest.raises(ThemeError, match="declares @font-face for 'x'"):
        lay(f"<style>@font-face {{ font-family: x; src: {source} }}</style>")
    assert list(tmp_path.glob("weasyprint-*")) == []


@pytest.mark.slow
def test_nothing_of_a_document_stays_in_a_warm_worker():
    lay(WORDS)
    before = pieces_alive()
    lay(WORDS)

    assert pieces_alive() == before


def pieces_alive():
    gc.collect()
    return sum(isinstance(each, (Content, Leaf, TreeWriter)) for each in gc.get_objects())


@pytest.mark.slow
def test_two_renders_are_the_same_to_the_byte():
    body = f'{WORDS}<p><a href="#title">up</a></p><img src="asset:red" alt="Red">'
    assert lay(body).data == lay(body).data
    assert lay(body, edition="archive").data == lay(body, edition="archive").data


def test_no_date_comes_from_the_clock():
    data = lay(WORDS, edition="archive").data
    dates = set(re.findall(rb"D:(\d{8})", data))
    assert dates <= {b"20261120"}


def test_the_pagination_names_what_opens_each_page():
    body = "".join(
        f'<p id="p-{i}"><span class="sentence" id="p-{i}-s1">{"Long words go here. " * 40}</span> '
        f'<span class="sentence" id="p-{i}-s2">Short.</span></p>'
        for i in range(4)
    )
    response = lay(body, size="a5")
    labels = [page.label for page in response.pagination.pages]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert response.pagination.pages[0] == PageStart("1", "title")
    openings = [page.element for page in response.pagination.pages]
    assert len(set(openings)) == len(openings) > 1
    assert read_tree(response.data).page_labels == tuple(labels)


@pytest.mark.slow
def test_a_page_where_nothing_begins_is_named_by_what_goes_on_there():
    body = (
        f'<p id="p-1"><span class="sentence" id="p-1-s1">{"Long words go here. " * 400}</span></p>'
    )
    response = lay(body, size="a5")
    elements = [page.element for page in response.pagination.pages]
    assert len(elements) > 2
    assert set(elements[1:]) == {"p-1-s1"}


def test_a_page_that_begins_with_a_picture_is_named_by_what_a_reader_can_reach():
    new_page = 'style="break-before: page"'
    body = (
        f'<div class="image" {new_page}><img id="img-1" src="red" alt="A flag"></div>'
        f'<div {new_page}><span class="image-in-words" id="img-2">A flag</span></div>'
        f'<p id="p-1" {new_page}><span class="sentence" id="p-1-s1">'
        '<img id="img-3" src="red" alt="A flag"> flies.</span></p>'
        f'<aside aria-hidden="true" {new_page}><p id="p-2">A flag flies.</p></aside>'
        '<p id="p-3">So it does.</p>'
    )
    pages = lay(f"<p>One.</p>{body}", size="a5").pagination.pages
    assert [page.element for page in pages[1:]] == ["img-1", "img-2", "p-1-s1", "p-3"]


@pytest.mark.parametrize("lines", [8, 9, 12, 13])
def test_a_caption_stays_with_its_table(lines):
    table = "<table><caption>Tides</caption>" + "<tr><td>Rance</td></tr>" * 5 + "</table>"
    found = tree("<p>Line.</p>" * lines + table, size="a5")
    (of_table,) = (tag for tag in found.tags() if tag.role == "Table")
    words = [child for tag in of_table.tags() for child in tag.children if isinstance(child, Words)]
    assert len({each.page for each in words}) == 1


def test_folios_are_what_is_printed():
    css = "@page { counter-increment: page; @bottom-center { content: 'p. ' counter(page) } }"
    response = lay(WORDS, css=css + "@page :first { counter-reset: page 40 }", size="a5")
    first = response.pagination.pages[0].label
    assert first != "1"
    assert read_tree(response.data).page_labels[0] == first


def test_a_character_without_a_glyph_is_an_error_that_names_it():
    (finding,) = [each for each in lay("<p>A \U0003fffd B</p>").findings if each.code == "PDF-001"]
    assert finding.severity is Severity.ERROR
    assert "U+3FFFD" in finding.message


def test_a_font_of_the_system_is_named_with_its_characters():
    found = dict(messages_of(messages.borrowed({"Some Font": "字漢"})))
    assert "字 漢" in found["PDF-002"]
    assert "'Some Font'" in found["PDF-002"]


def test_what_the_engine_ignores_in_a_style_becomes_a_finding():
    found = dict(messages_of(lay("<p>x</p>", css="p { colour: red }").findings))
    assert "colour: red" in found["PDF-003"]


def test_a_dead_link_keeps_its_words_and_is_told():
    response = lay('<p>See <a href="#nowhere">the place</a>.</p>')
    assert "'#nowhere'" in dict(messages_of(response.findings))["PDF-004"]
    assert "See the place." in " ".join(read_text(response).split())


def test_a_truncated_picture_is_told_and_its_alternative_kept():
    data = request("").assets["red"].data
    assets = {"red": type(request("").assets["red"])("image/png", data[:20])}
    response = lay('<p><img src="asset:red" alt="A red box"></p>', assets=assets)
    assert response.findings
    assert "A red box" in read_text(response)


def test_nesting_without_end_is_refused():
    with pytest.raises(BudgetError, match="nests too deeply"):
        lay("<div>" * 400 + "x" + "</div>" * 400)


def test_a_measure_beyond_all_bounds_is_the_themes_fault():
    with pytest.raises(ThemeError, match="measure"):
        lay("<p>x</p>", css="p { font-size: 1e9px }")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"page_size": "a6"}, "no page size is called 'a6'"),
        ({"edition": "web"}, "no edition is called 'web'"),
        ({"crop_marks": True}, "have no place in the 'accessible' edition"),
        ({"time_limit_s": 0}, "above 0"),
    ],
)
def test_wrong_options_are_refused_by_name(values, message):
    with pytest.raises(UsageError, match=message):
        PdfOptions(**values)


def messages_of(findings):
    return [(each.code, each.message) for each in findings]


def read_text(response):
    from render.pdf_reading import spoken_text

    return spoken_text(read_tree(response.data))


def test_the_engine_answers_bytes_with_bytes():
    import msgspec

    from render.renderers.pdf.request import Response

    payload = msgspec.msgpack.encode(request("<h1>Title</h1>"))
    response = msgspec.msgpack.decode(engine.respond(payload), type=Response)
    assert response.data.startswith(b"%PDF-1.7")
