"""Reading order and rebuilding."""

from typing import Any, get_args

import pytest
from hypothesis import Phase, given, settings

from render import model as m
from render.model.walk import (
    AnyNode,
    children,
    containers,
    plain_text,
    rebuild,
    rewrite,
    walk,
)
from tests.strategies import articles
from tests.writing import article, paragraph, run, text

few = settings(max_examples=4, phases=[Phase.explicit, Phase.generate])

KINDS = get_args(AnyNode)


def test_reading_order_is_heading_caption_content_attribution() -> None:
    table = m.Table(
        caption=run("légende"),
        rows=(m.Row(cells=(m.Cell(children=(paragraph("cellule"),)),)),),
    )
    picture = m.Image(asset="a", alt=m.Described("x"), description=(paragraph("détail"),))
    figure = m.Figure(content=(picture,), caption=run("sous"), credit=run("crédit"))
    quote = m.Quote(children=(paragraph("cité"),), attribution=run("qui"))
    body = m.Section(heading=run("tête"), children=(table, figure, quote))
    note = m.Note(id="n", children=(paragraph("note"),))
    whole = article(body, deck=run("chapeau"), notes=(note,))
    assert [node.value for node in walk(whole) if isinstance(node, m.Text)] == [
        "Titre", "chapeau", "tête", "légende", "cellule", "détail", "sous", "crédit",
        "cité", "qui", "note",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (run("a", m.LineBreak(), "b"), "a\nb"),
        (run(m.Ruby(children=run("漢"), annotation="kan")), "漢"),
        (run("x", m.NoteRef(note="n")), "x"),
        (run(m.Image(asset="a", alt=m.Described("un pont"))), "un pont"),
        (run(m.Image(asset="a", alt=m.Decorative())), ""),
        (run(m.Image(asset="a", alt=m.Missing())), ""),
        (run(m.Math(mathml="<math/>", alt="x au carré")), "x au carré"),
        (
            run(m.Marked(kind="strong", children=run("a", m.Link(href="#", children=run("b"))))),
            "ab",
        ),
    ],
)
def test_text_is_what_is_read(inlines: tuple[m.Inline, ...], expected: str) -> None:
    assert plain_text(inlines) == expected


def test_every_kind_of_node_is_known_to_the_walk() -> None:
    from render.model import walk as module

    assert set(module._FIELDS) == set(KINDS)
    for kind, fields in module._FIELDS.items():
        assert set(fields) <= set(kind.__struct_fields__)


def test_a_walk_does_not_recurse() -> None:
    block: m.Block = paragraph("fond")
    for _ in range(5_000):
        block = m.Quote(children=(block,))
    assert sum(1 for _ in walk(block)) == 5_002


def test_the_runs_of_a_node_have_the_ids_of_their_elements() -> None:
    figure = m.Figure(id="fig-1", content=(), caption=run("a"), credit=run("b"))
    section = m.Section(id="sec-1", heading=run("h"), children=())
    assert containers(figure) == (("fig-1-caption", run("a")), ("fig-1-credit", run("b")))
    assert containers(section) == (("sec-1-h", run("h")),)
    assert containers(paragraph("p", id="p-1")) == (("p-1", run("p")),)
    assert containers(text("x")) == ()


def test_rebuilding_gives_blocks_and_runs_to_their_own_function() -> None:
    quote = m.Quote(children=(paragraph("a"),), attribution=run("b"))
    seen: list[str] = []

    def blocks(nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        seen.append("blocks")
        return nodes

    def inlines(field: str, found: tuple[m.Inline, ...]) -> tuple[m.Inline, ...]:
        seen.append(field)
        return found

    assert rebuild(quote, nodes=blocks, inlines=inlines) == quote
    assert seen == ["blocks", "attribution"]


@pytest.mark.slow
@few
@given(articles())
def test_rewriting_with_nothing_to_do_gives_the_same_article(subject: m.Article) -> None:
    assert rewrite(subject) == subject


@pytest.mark.slow
@few
@given(articles())
def test_rewriting_reaches_what_walking_reaches(subject: m.Article) -> None:
    entered: list[AnyNode] = []

    def enter(node: AnyNode) -> AnyNode:
        entered.append(node)
        return node

    rewrite(subject, enter=enter)
    assert entered == list(walk(subject))


@pytest.mark.slow
@few
@given(articles())
def test_every_node_but_the_tops_is_the_child_of_one_other(subject: m.Article) -> None:
    tops = (*subject.meta.title, *subject.meta.deck, *subject.body, *subject.notes)
    nodes = list(walk(subject))
    assert len(nodes) == len(tops) + sum(len(children(node)) for node in nodes)
