"""Letters of another size: everything grows, tables are stacked, nothing leaves the page."""

import msgspec
import pytest

from render import theme
from render.errors import ThemeError, UsageError
from render.pdf_reading import listing
from render.plugins import Job
from render.renderers.pdf import renderer
from render.renderers.pdf.layout import POINTS_PER_PIXEL, descendants
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.text_size import resized
from tests.markup.specimen import ARTICLE
from tests.renderers.pdf.laid_out import pages, painted, tree

TABLE = """
<table><caption>Stations</caption>
<thead><tr><td></td><th scope="col">Opened</th>
<th scope="colgroup" colspan="2">Power</th></tr></thead>
<tbody><tr><th scope="row" rowspan="2">La Rance</th><td>1966</td><td>240</td><td>540</td></tr>
<tr><td>1967</td><td>10</td><td>24</td></tr></tbody></table>
"""


def large(size_pt=18):
    return resized(theme.load("large-print").css("print.css"), size_pt)


def test_a_stacked_table_says_what_heads_each_value_where_it_stands():
    words = "".join(box.text for _, box in painted(TABLE, large(), "a4"))
    assert "La RanceOpened: 1966Power: 240Power: 540" in words
    assert "Opened, La Rance: 1967Power, La Rance: 10" in words


def test_its_tags_are_those_of_the_table_it_is():
    plain, stacked = (listing(tree(TABLE, css=css)) for css in ("", large()))
    assert stacked == plain


def test_two_columns_stay_side_by_side():
    body = "<table><tr><th>Opened</th><td>1966</td></tr></table>"
    assert [box.text for _, box in painted(body, large(), "a4")][1:3] == ["Opened", "1966"]


@pytest.mark.slow
@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize("size_pt", [18, 24])
def test_nothing_leaves_the_page(size, size_pt):
    cells = "".join(f"<td>{'Wattstunden' * 3}{number}</td>" for number in range(8))
    heads = "".join(f'<th scope="col">{"Spalte" * 4}{number}</th>' for number in range(8))
    body = f"<table><tr>{heads}</tr><tr>{cells}</tr></table><pre>{'x' * 90}</pre>"
    for page, box in painted(body, large(size_pt), size):
        assert box.position_x >= 0
        assert box.position_x + box.width <= page.width
        assert 0 <= box.position_y <= page.height - box.height


@pytest.mark.slow
@pytest.mark.parametrize("notes", ["foot", "end"])
def test_nothing_is_painted_below_18_points(notes):
    meta = msgspec.structs.replace(ARTICLE.meta, rights="© 2026", publisher="The Paper")
    article = msgspec.structs.replace(ARTICLE, meta=meta)
    job = Job(article, "specimen", theme.load("large-print"), "2026-01-01T00:00:00Z")
    asked = renderer.request_for(job, PdfOptions(contents=True))
    asked = msgspec.structs.replace(asked, css=f"{asked.css} :root {{ --notes: {notes} }}")
    small = {
        (box.element_tag, box.text): size_pt
        for page in pages(asked)
        for box in descendants(page._page_box)
        if getattr(box, "text", "").strip()
        and (size_pt := box.style["font_size"] * POINTS_PER_PIXEL) < 17.99
    }
    assert small == {}


def test_only_a_call_of_a_note_stands_in_brackets():
    call = '<sup><a class="note-call" role="doc-noteref" href="#n" id="c">1</a></sup>'
    body = f'<p>10 m<sup>2</sup> and so on{call}.</p><p id="n">A note.</p>'
    boxes = [box for _, box in painted(body, large(), "a4")]
    assert "10 m2 and so on (1)." in "".join(box.text for box in boxes)
    baselines = {box.text: round(box.position_y + box.baseline, 3) for box in boxes}
    assert baselines["2"] < baselines["10 m"] == baselines[" ("]


def test_every_size_of_letters_grows_and_nothing_else():
    css = "html { font: 11.5pt/1.5 x; margin: 2pt } h1 { font-size: 23pt; border: 1pt solid }"
    assert resized(css, 23) == (
        "html { font: 23pt/1.5 x; margin: 2pt } h1 { font-size: 46pt; border: 1pt solid }"
    )


def test_a_style_without_a_size_is_named():
    with pytest.raises(ThemeError, match="no size to change"):
        resized("html { font-size: 1rem }", 24)


def test_sizes_that_nobody_reads_are_refused():
    with pytest.raises(UsageError, match="from 5 to 48 points"):
        PdfOptions(text_size_pt=400)
