"""What stands together on a page, and what may go on on the next."""

import pytest

from render import theme
from render.renderers.pdf.text_size import resized
from tests.renderers.pdf.laid_out import boxes, painted, picture


def style(name, size_pt=None):
    css = theme.load(name).css("print.css")
    return resized(css, size_pt) if size_pt else css


@pytest.mark.slow
@pytest.mark.parametrize("name", theme.available())
@pytest.mark.parametrize("size", ["a5", "letter", "broadsheet"])
@pytest.mark.parametrize("size_pt", [None, 24])
def test_a_tall_picture_stands_between_the_margins_with_its_caption(name, size, size_pt):
    body = (
        '<p>Before.</p><figure><img src="asset:tall" alt="A screen">'
        "<figcaption>Figure 1. A caption of one or two lines under its picture.</figcaption>"
        "</figure>"
    )
    assets = {"tall": picture("red", (900, 1900))}
    found = list(boxes(body, style(name, size_pt), size, assets=assets))
    ((page, tall),) = [(page, box) for page, box in found if box.element_tag == "img"]
    captions = {page for page, box in found if box.element_tag == "figcaption"}
    assert captions == {page}
    foot = page.height - page._page_box.margin_bottom
    assert tall.position_y + tall.height <= foot + 1


@pytest.mark.slow
@pytest.mark.parametrize("lines", range(8, 20))
def test_the_label_of_a_box_stands_with_its_text(lines):
    words = "Beware of the tide in the afternoon and of the wind. " * 5
    body = (
        "<p>Line.</p>" * lines
        + f'<aside class="aside"><p class="aside-label">Note</p><p>{words}</p></aside>'
    )
    found = [(page, box.text) for page, box in painted(body, style("default"), "a5")]
    (of_label,) = (page for page, text in found if text == "Note")
    assert of_label is next(page for page, text in found if text.startswith("Beware"))


@pytest.mark.parametrize("name", theme.available())
def test_stanzas_stand_apart(name):
    body = '<p>So:</p><p class="verse">One<br>two</p><p class="verse">Three<br>four</p>'
    css = style(name) + "main { columns: 1 }"
    tops = {box.text: box.position_y for _, box in painted(body, css, "a4")}
    line = tops["two"] - tops["One"]
    assert tops["Three"] - tops["two"] > 1.3 * line


@pytest.mark.slow
@pytest.mark.parametrize("name", theme.available())
def test_a_long_table_begins_where_the_text_ends(name):
    rows = "".join(f"<tr><td>Row {number}</td><td>{number}</td></tr>" for number in range(60))
    head = "<thead><tr><th>Row</th><th>Sum</th></tr></thead>"
    table = f"<table><caption>Sums</caption>{head}<tbody>{rows}</tbody></table>"
    body = f"<p>Before.</p>{table}"
    found = list(painted(body, style(name), "a4"))
    first = found[0][0]
    assert {"Sums", "Row 0", "Row 1"} <= {box.text for page, box in found if page is first}


def test_a_table_of_twelve_rows_is_not_cut():
    rows = "".join(f"<tr><td>Row {number}</td></tr>" for number in range(12))
    body = "<p>Line.</p>" * 12 + f"<table><tbody>{rows}</tbody></table>"
    found = list(painted(body, style("default"), "a5"))
    assert len({page for page, box in found if box.text.startswith("Row")}) == 1
