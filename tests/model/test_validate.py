"""The validation pass: every fault, with its code and the id of its node."""

import pytest

from render import model as m
from render.model.validate import validate
from tests.writing import article, paragraph, run, text

CELL = m.Cell(children=(), header=True)
TALL = m.Cell(children=(), rowspan=2)
WIDE = m.Cell(children=(), colspan=2)
PHOTO = m.Asset(id="photo", href="images/pont.jpg")


def picture(alt: m.Alt) -> m.Article:
    return article(m.Image(id="n", asset="photo", alt=alt), assets=(PHOTO,))


def inline(*inlines: m.Inline) -> m.Article:
    return article(paragraph("a", *inlines, id="n"))


def table(*rows: tuple[m.Cell, ...]) -> m.Article:
    return article(m.Table(id="n", rows=tuple(m.Row(cells=row) for row in rows)))


FAULTS = {
    "empty title": ("MODEL-001", article(title=(text(" "),))),
    "long title": ("MODEL-002", article(title=(text("mot " * 100),))),
    "date": ("MODEL-003", article(published="31/02/2026")),
    "author": ("MODEL-004", article(authors=(m.Author(name=""),))),
    "ids": ("MODEL-005", article(paragraph("a", id="n"), paragraph("b", id="n"))),
    "two assets": ("MODEL-006", article(assets=(PHOTO, PHOTO))),
    "no asset": ("MODEL-007", article(m.Image(id="n", asset="x", alt=m.Described("Un pont.")))),
    "id": ("MODEL-009", article(paragraph("a", id="1 b"))),
    "note": ("MODEL-010", inline(m.NoteRef(id="r", note="x"))),
    "language": ("MODEL-011", article(lang="français")),
    "form of language": ("MODEL-011", article(paragraph("a", id="n", lang="EN_us"))),
    "link without text": ("MODEL-012", inline(m.Link(id="l", href="#n", children=run(" ")))),
    "link in link": (
        "MODEL-012",
        inline(m.Link(href="#n", children=run("a", m.Link(href="#n", children=run("b"))))),
    ),
    "heading": ("MODEL-013", article(m.Section(id="n", heading=run(""), children=()))),
    "formula": ("MODEL-014", article(m.Math(id="n", mathml="<math/>", alt=""))),
    "embed": ("MODEL-015", article(m.Embed(id="n", href="https://a.org", title="t", children=()))),
    "nested sentences": (
        "MODEL-016",
        inline(
            m.Span(kind="sentence", children=run(m.Span(kind="sentence", children=run("a"))))
        ),
    ),
    "number": ("MODEL-017", article(m.List(id="n", items=(m.Item(children=(), value=10**20),)))),
    "list": ("MODEL-018", article(m.List(id="n", items=()))),
    "rows": ("MODEL-019", article(m.Table(id="n", rows=()))),
    "headers": ("MODEL-020", table((m.Cell(children=()),))),
    "ragged": ("MODEL-021", table((CELL, CELL), (CELL,))),
    "overlap": ("MODEL-021", table((CELL, TALL), (WIDE,))),
    "out of range": ("MODEL-021", table((m.Cell(children=(), rowspan=9, header=True),))),
    "wide": ("MODEL-021", table((m.Cell(children=(), colspan=10**9, header=True),))),
    "note id": ("MODEL-022", article(notes=(m.Note(children=()),))),
    "figure": ("MODEL-023", article(m.Figure(id="n", content=(), caption=run("a")))),
    "scheme": ("MODEL-024", inline(m.Link(href="javascript:x", children=run("a")))),
    "malformed": ("MODEL-024", inline(m.Link(href="http://[", children=run("a")))),
    "no alt": ("MODEL-025", picture(m.Missing("no alt attribute"))),
    "empty alt": ("MODEL-025", picture(m.Described(" "))),
    "file name": ("MODEL-026", picture(m.Described("IMG_2041.JPG"))),
    "name of the file": ("MODEL-026", picture(m.Described("pont"))),
    "camera": ("MODEL-026", picture(m.Described("DSC 0042"))),
    "long alt": ("MODEL-027", picture(m.Described("mot " * 100))),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_has_its_code(fault: str) -> None:
    code, subject = FAULTS[fault]
    assert {finding.code for finding in validate(subject)} == {code}


def test_all_faults_are_reported_with_their_nodes() -> None:
    subject = article(
        m.Math(id="math-1", mathml="<math/>", alt=""),
        m.List(id="list-1", items=()),
        title=(text(""),),
    )
    assert [(f.code, f.where.node) for f in validate(subject)] == [
        ("MODEL-001", "title"),
        ("MODEL-014", "math-1"),
        ("MODEL-018", "list-1"),
    ]


@pytest.mark.parametrize(
    "alt", [m.Described("Un pont de pierre sur le fleuve."), m.Described("Image"), m.Decorative()]
)
def test_a_good_alternative_is_no_fault(alt: m.Alt) -> None:
    assert validate(picture(alt)) == ()


def test_deep_nesting_is_reported_once_and_without_recursion() -> None:
    block: m.Block = paragraph("fond")
    for _ in range(3_000):
        block = m.Quote(children=(block,))
    assert [finding.code for finding in validate(article(block))] == ["MODEL-008"]
