"""For every cell, the headers announced are those a person would read."""

import tomllib
from pathlib import Path

import pytest

from render.pdf_reading import Words, text_of
from tests.renderers.pdf.laid_out import tree

CASES = tomllib.loads((Path(__file__).parent / "tables.toml").read_text(encoding="utf-8"))["table"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_headers_announced_are_those_a_person_reads(case):
    found = tree(f"<table>{case['html']}</table>")
    names = {tag.id: text_of(tag) for tag in found.tags() if tag.name == "TH"}
    announced = [
        [text_of(tag), *(names[each] for each in tag.attributes.get("Table.Headers", "").split())]
        for tag in found.tags()
        if tag.name == "TD"
    ]
    assert announced == case["cells"]


@pytest.mark.slow
def test_every_header_has_a_scope_and_an_id_of_its_own():
    body = "".join(f"<table>{case['html']}</table>" for case in CASES)
    heads = [tag for tag in tree(body).tags() if tag.name == "TH"]
    assert all(tag.attributes["Table.Scope"] in {"Column", "Row"} for tag in heads)
    assert len({tag.id for tag in heads}) == len(heads)


@pytest.mark.slow
def test_a_head_repeated_on_every_page_is_tagged_once():
    rows = "".join(f'<tr><th scope="row">Row {i}</th><td>{i}</td></tr>' for i in range(50))
    body = (
        "<table><caption>Long</caption><thead><tr><th>Name</th><th>Sum</th></tr></thead>"
        f"<tbody>{rows}</tbody><tfoot><tr><td>All</td><td>1225</td></tr></tfoot></table>"
    )
    found = tree(body, size="a5")
    assert len(found.page_labels) > 2
    names = [tag.name for tag in found.tags()]
    counts = {name: names.count(name) for name in ("Table", "THead", "TBody", "TFoot", "TR", "TH")}
    assert counts == {"Table": 1, "THead": 1, "TBody": 1, "TFoot": 1, "TR": 52, "TH": 52}
    repeated = [
        each.text for each in found.artifacts if each.text in {"Name", "Sum", "All", "1225"}
    ]
    pages = {
        kid.page
        for tag in found.tags()
        for kid in tag.children
        if tag.name == "TD" and isinstance(kid, Words)
    }
    assert repeated.count("Name") == repeated.count("All") == len(pages) - 1


def test_a_table_in_a_cell_keeps_its_own_headers():
    inner = "<table><tr><th>Inner</th></tr><tr><td>x</td></tr></table>"
    found = tree(f"<table><tr><th>Outer</th></tr><tr><td>{inner}</td></tr></table>")
    names = {tag.id: text_of(tag) for tag in found.tags() if tag.name == "TH"}
    announced = [names[tag.attributes["Table.Headers"]] for tag in found.tags() if tag.name == "TD"]
    assert announced == ["Outer", "Inner"]
