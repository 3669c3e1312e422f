"""Tables wider than their page or column: stacked, whole on the paper, and tables all the same."""

import pytest

from render import theme
from render.findings import Place, Severity
from render.pdf_reading import listing
from render.renderers.pdf.text_size import resized
from tests.renderers.pdf.laid_out import lay, painted, tree

COLUMNS = "Country Population Capital Currency Language".split()
ROW = "Liechtenstein 1,234,567 Vaduz Rappen German".split()
MONTHS = [f"Month{number}" for number in range(1, 14)]
SUMS = ["1,234,567"] * 13


def table(heads, values):
    return (
        "<table><tr>"
        + "".join(f'<th scope="col">{head}</th>' for head in heads)
        + "</tr><tr>"
        + "".join(f"<td>{value}</td>" for value in values)
        + "</tr></table>"
    )


def style(name, size_pt=None):
    css = theme.load(name).css("print.css")
    return resized(css, size_pt) if size_pt else css


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(
    ("name", "size", "size_pt", "body"),
    [
        ("default", "a5", None, table(COLUMNS, ROW)),
        ("default", "a4", 24, table(COLUMNS, ROW)),
        ("dyslexia", "a5", None, table(COLUMNS, ROW)),
        ("default", "a4", None, table(MONTHS, SUMS)),
        ("broadsheet", "a4", None, table(MONTHS, SUMS)),
        ("magazine", "a4", None, table(MONTHS, SUMS)),
        ("default", "a4", None, f"<table><tr><td>{table(MONTHS, SUMS)}</td></tr></table>"),
    ],
)
def test_every_cell_stands_between_the_margins(name, size, size_pt, body, lang):
    for page, box in painted(body, style(name, size_pt), size, lang):
        assert box.position_x >= page._page_box.content_box_x() - 1
        assert box.position_x + box.width <= page.width - page._page_box.margin_right + 1


def test_a_table_in_a_column_keeps_out_of_the_next():
    css = style("default") + "main { columns: 2; column-gap: 10mm; column-fill: auto }"
    for page, box in painted(table(MONTHS, SUMS), css, "a4"):
        assert box.position_x + box.width <= page.width / 2 or box.text == "1"


def test_a_table_too_wide_is_stacked_and_one_that_fits_is_not():
    body = table(MONTHS, SUMS) + table(COLUMNS[:3], ROW[:3])
    words = "".join(box.text for _, box in painted(body, style("default"), "a4"))
    assert "Month1: 1,234,567Month2: 1,234,567" in words
    assert "LiechtensteinVaduz" not in words
    assert "CountryPopulationCapitalLiechtenstein1,234,567Vaduz" in words


@pytest.mark.slow
def test_the_tags_of_a_stacked_table_are_those_of_the_table_it_is():
    body = table(COLUMNS, ROW)
    assert listing(tree(body, size="a5")) == listing(tree(body, size="a4"))


def test_words_of_two_columns_too_wide_are_broken():
    body = table(["Verkehrsinfrastruktur" * 3] * 2, ["Straßenverkehr" * 4] * 2)
    for page, box in painted(body, style("default"), "a4"):
        assert box.position_x + box.width <= page.width - page._page_box.margin_right + 1


def test_notes_at_the_foot_stay_there_beside_a_stacked_table():
    note = (
        '<p>Called<sup><a id="c" href="#n" role="doc-noteref">1</a></sup>.</p>'
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n"><p>A note.</p></li></ol>'
        "</section>"
    )
    css = ":root { --notes: foot }"
    names = [tag.name for tag in tree(table(MONTHS, SUMS) + note, css=css).tags()]
    assert "Table" in names
    assert names.count("H2") == 0


def test_what_runs_off_the_paper_all_the_same_is_told():
    body = '<p id="p-1" style="white-space: nowrap">' + "On and on. " * 40 + "</p>"
    (finding,) = told(lay(body + body.replace("p-1", "p-2")))
    assert finding.severity is Severity.WARNING
    assert finding.where == Place(node="p-1", detail="page 1")
    assert "On and on." in finding.message


def test_of_a_page_that_holds_all_nothing_is_told():
    assert told(lay(table(COLUMNS, ROW))) == []


def told(response):
    return [each for each in response.findings if each.code == "PDF-009"]
