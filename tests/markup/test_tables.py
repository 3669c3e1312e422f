import re

from render.labels import labels_for
from render.markup import Dialect, body
from render.markup.tables import placed
from render.model import Article, Meta, Row, Table, Text
from tests.markup.specimen import SPANNED, cell


def written(*rows):
    article = Article(
        meta=Meta(title=(Text(value="T"),), lang="en"), body=(Table(id="t", rows=rows),)
    )
    return body(article, Dialect(labels_for("en")))


def scopes(html):
    return dict(re.findall(r'<th id="(\w+)"[^>]*scope="(\w+)"', html))


def test_a_header_in_the_head_heads_its_column():
    html = written(
        Row(section="head", cells=(cell("a", "a", header=True), cell("b", "b", header=True))),
        Row(cells=(cell("1", "c"), cell("2", "d"))),
    )
    assert scopes(html) == {"a": "col", "b": "col"}


def test_a_header_beside_data_heads_its_row():
    html = written(Row(cells=(cell("a", "a", header=True), cell("1", "b"))))
    assert scopes(html) == {"a": "row"}


def test_a_row_of_headers_in_the_body_heads_columns():
    html = written(
        Row(cells=(cell("a", "a", header=True), cell("b", "b", header=True))),
        Row(cells=(cell("1", "c"), cell("2", "d"))),
    )
    assert scopes(html) == {"a": "col", "b": "col"}


def test_a_scope_that_the_source_gives_wins_and_a_group_becomes_what_it_reaches():
    html = written(
        Row(cells=(cell("a", "a", header=True, scope="colgroup", colspan=2),)),
        Row(cells=(cell("1", "c"), cell("2", "d"))),
    )
    assert scopes(html) == {"a": "col"}


def test_headers_are_named_only_where_a_header_spans():
    plain = written(Row(cells=(cell("a", "a", header=True), cell("1", "b"))))
    spanned = written(*SPANNED.rows)
    assert "headers=" not in plain
    assert dict(re.findall(r'<td id="(\w+)" headers="([^"]+)"', spanned)) == {
        "f": "b c e",
        "g": "b d e",
    }


def test_a_span_pushes_the_cells_below_it_aside():
    rows = placed(SPANNED)
    corners = [[(place.cell.id, place.row, place.column) for place in row] for row in rows]
    assert corners == [
        [("a", 0, 0), ("b", 0, 1)],
        [("c", 1, 1), ("d", 1, 2)],
        [("e", 2, 0), ("f", 2, 1), ("g", 2, 2)],
    ]


def test_the_head_comes_first_and_the_foot_last_wherever_the_source_has_them():
    html = written(
        Row(section="foot", cells=(cell("sum", "a"),)),
        Row(cells=(cell("1", "b"),)),
        Row(section="head", cells=(cell("n", "c", header=True),)),
    )
    assert re.findall(r"<(t\w+)>", html) == ["thead", "tr", "tbody", "tr", "tfoot", "tr"]
