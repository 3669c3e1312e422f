"""Each transform on its own: what it changes, and what it says about it."""

from collections.abc import Callable
from typing import Any

import pytest

from render import model as m
from render.errors import BudgetError, InputError
from render.model.walk import walk
from render.transforms.budgets import check_budgets
from render.transforms.empty import drop_empty
from render.transforms.gating import gate_article
from render.transforms.headings import flatten_headings
from render.transforms.ids import assign_ids
from render.transforms.languages import settle_languages
from render.transforms.links import clean_address, follow_links
from render.transforms.metadata import check_metadata
from render.transforms.numbers import check_numbers
from render.transforms.pull_quotes import check_pull_quotes
from render.transforms.tables import square_tables
from tests.writing import article, paragraph, run, text

BREAK = m.LineBreak()


def codes(transform: Callable[[m.Article], Any], subject: m.Article) -> list[str]:
    return [finding.code for finding in transform(subject)[1]]


# --- ids


def test_ids_count_each_kind_in_reading_order() -> None:
    cell = m.Cell(children=(paragraph("c"),))
    body = (
        m.Section(heading=run("H"), children=(paragraph("a"),)),
        m.List(items=(m.Item(children=(paragraph("b"),)),)),
        m.Table(rows=(m.Row(cells=(cell, cell)),)),
    )
    named, _ = assign_ids(article(*body))
    assert [node.id for node in walk(named) if node.id] == [
        "sec-1", "p-1", "list-1", "list-1-i1", "p-2",
        "tbl-1", "tbl-1-r1", "tbl-1-r1c1", "p-3", "tbl-1-r1c2", "p-4",
    ]  # fmt: skip


def test_a_good_id_of_the_source_is_kept_and_never_given_to_another() -> None:
    named, findings = assign_ids(article(paragraph("a"), paragraph("b", id="p-1")))
    assert [node.id for node in named.body] == ["p-2", "p-1"]
    assert findings == ()


@pytest.mark.parametrize(
    "bad",
    ["1st", "a b", "été", "title", "dateline", "rights", "p-1-s2", "toc", "a\0", "", "x-h"],
)
def test_an_id_that_formats_cannot_have_is_replaced_and_links_follow(bad: str) -> None:
    link = paragraph(m.Link(href=f"#{bad}", children=run("là")))
    named, _ = assign_ids(article(paragraph("a", id=bad), link))
    first, second = named.body
    assert first.id == "p-1"
    assert isinstance(second, m.Paragraph)
    assert isinstance(second.children[0], m.Link)
    assert second.children[0].href == ("#p-1" if bad else "#")


def test_the_first_of_two_equal_ids_keeps_it() -> None:
    named, findings = assign_ids(article(paragraph("a", id="x"), paragraph("b", id="x")))
    assert [node.id for node in named.body] == ["x", "p-1"]
    assert [finding.code for finding in findings] == ["PREP-002"]


def test_the_call_of_a_renamed_note_follows_it() -> None:
    note = m.Note(id="1", children=(paragraph("n"),))
    named, _ = assign_ids(article(paragraph("a", m.NoteRef(note="1")), notes=(note,)))
    assert named.notes[0].id == "note-1"
    assert [node.note for node in walk(named) if isinstance(node, m.NoteRef)] == ["note-1"]


# --- links


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" https://example.org/a b ", "https://example.org/a%20b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+22300000000", "tel:+22300000000"),
        ("java\nscript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("vbscript:x", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[", None),
        ("http://a b", None),
        ("http://a:b/", None),
        ("//[::", None),
        ("https://", None),
        ("page.html", None),
        ("", None),
        ("https://example.org/" + "y" * 10_000, None),
    ],
)
def test_only_addresses_that_can_be_followed_stay(href: str, expected: str | None) -> None:
    assert clean_address(href)[0] == expected


def test_a_link_that_leads_nowhere_becomes_its_words() -> None:
    link = m.Link(href="javascript:x()", children=run("un lien"))
    dead = m.Link(href="#nowhere", children=run(" mort"))
    done, findings = follow_links(article(paragraph(link, dead, id="p-1")))
    assert done.body == (paragraph("un lien", " mort", id="p-1"),)
    assert [(f.code, f.where.node) for f in findings] == [("PREP-003", "p-1")] * 2


def test_relative_links_are_resolved_against_the_canonical_url() -> None:
    link = m.Link(href="../b", children=run("b"))
    done, _ = follow_links(article(paragraph(link), canonical_url="https://example.org/x/a"))
    assert [n.href for n in walk(done) if isinstance(n, m.Link)] == ["https://example.org/b"]


def test_links_in_links_and_note_calls_in_links_move_out() -> None:
    inner = m.Link(href="https://example.org/i", children=run("dedans"))
    call = m.NoteRef(note="n")
    link = m.Link(href="https://example.org/o", children=run("hors ", inner, call))
    note = m.Note(id="n", children=(paragraph("x"),))
    done, _ = follow_links(article(paragraph(link), notes=(note,)))
    outer = m.Link(href="https://example.org/o", children=run("hors ", "dedans"))
    assert done.body == (paragraph(outer, call),)


def test_an_embed_without_an_address_leaves_its_words() -> None:
    embed = m.Embed(href="javascript:x", title="t", children=(paragraph("Une carte."),))
    done, findings = follow_links(article(embed))
    assert done.body == (paragraph("Une carte."),)
    assert len(findings) == 1


# --- gate, metadata, languages


def test_metadata_attributes_and_text_pass_the_gate_with_their_place() -> None:
    picture = m.Image(id="img-1", asset="a", alt=m.Described("un\0e photo"))
    dirty = article(picture, authors=(m.Author(name="Ada\0\nByron"),), kicker="a\x07")
    clean, findings = gate_article(dirty)
    assert clean.meta.authors[0].name == "Ada Byron"
    assert clean.body == (m.Image(id="img-1", asset="a", alt=m.Described("une photo")),)
    assert [(f.code, f.where.node) for f in findings] == [
        ("GATE-001", "meta"),
        ("GATE-001", "meta"),
        ("GATE-001", "img-1"),
    ]
    assert findings[-1].where.detail == "text, character 2"


@pytest.mark.parametrize("date", ["99999-99-99", "31/02/2026", "2026-02-31", "hier"])
def test_a_date_that_does_not_exist_is_left_out(date: str) -> None:
    done, findings = check_metadata(article(published=date))
    assert done.meta.published is None
    assert [finding.code for finding in findings] == ["PREP-007"]


def test_the_words_of_a_wrong_date_in_the_text_are_kept() -> None:
    wrong = m.Time(datetime="soon", children=run("bientôt"))
    right = m.Time(datetime="14:30", children=run("à 14 h 30"))
    done, findings = check_metadata(article(paragraph(wrong, right)))
    assert done.body == (paragraph("bientôt", right),)
    assert len(findings) == 1


@pytest.mark.parametrize("title", ["", " \n ", "\u00a0"])
def test_an_article_without_a_title_is_refused(title: str) -> None:
    with pytest.raises(InputError, match="no title"):
        check_metadata(article(title=(text(title),)))


def test_an_author_without_a_name_is_left_out() -> None:
    authors = (m.Author(name=" "), m.Author(name="Ada"))
    done, findings = check_metadata(article(authors=authors))
    assert done.meta.authors == (m.Author(name="Ada"),)
    assert [finding.code for finding in findings] == ["PREP-008"]


def test_directions_are_set_where_they_change() -> None:
    quote = m.Quote(
        lang="ar", children=(paragraph(m.Span(lang="fr", children=run("x")), lang="ar"),)
    )
    done, _ = settle_languages(article(quote, lang="FR_fr"))
    assert (done.meta.lang, done.meta.dir) == ("fr-FR", "ltr")
    assert [(type(n).__name__, n.dir) for n in walk(done) if n.lang] == [
        ("Quote", "rtl"), ("Paragraph", None), ("Span", "ltr"),
    ]  # fmt: skip


def test_a_paragraph_in_another_script_gets_its_language_and_direction() -> None:
    french = paragraph("Le pont a été ouvert lundi par le maire de la ville.")
    arabic = paragraph("افتتح رئيس البلدية الجسر يوم الاثنين في حفل كبير.")
    done, findings = settle_languages(article(french, french, arabic))
    assert [(node.lang, node.dir) for node in done.body] == [(None, None)] * 2 + [("ar", "rtl")]
    assert [finding.code for finding in findings] == ["LANG-005"]


@pytest.mark.parametrize(
    ("lang", "most", "other"),
    [
        (
            "ja",
            "昨日、川のそばに新しい橋が開かれ、渡りました。",
            "東京都知事選挙結果発表、候補者全員当選。",
        ),
        (
            "ko",
            "어제 강가에 새로운 다리가 열렸고 모두 건넜습니다.",
            "東京都知事選擧結果發表候補者全員當選",
        ),
        ("sr", "Juče je otvoren novi most preko reke.", "Јуче је отворен нови мост преко реке."),
    ],
)
def test_a_language_of_two_scripts_stays_one_language(lang, most, other) -> None:
    body = (paragraph(most), paragraph(most), paragraph(other))

    done, findings = settle_languages(article(*body, lang=lang))

    assert [node.lang for node in done.body] == [None] * 3
    assert findings == ()


def test_a_language_that_is_none_is_removed_or_guessed() -> None:
    words = "Le pont a été ouvert lundi par le maire de la ville, et les gens l’ont traversé. "
    body = paragraph(words * 4, lang="français")
    done, findings = settle_languages(article(body, lang="xx-invalid"))
    assert done.meta.lang == "fr"
    assert done.body[0].lang is None
    assert [finding.code for finding in findings] == ["LANG-004", "LANG-002", "LANG-004"]


# --- shape


def test_empty_blocks_and_runs_of_breaks_go_in_no_time() -> None:
    body = (
        *[paragraph()] * 10_000,
        paragraph("a", *[BREAK] * 10_000, "b", BREAK),
        paragraph("\0 "),
    )
    assert drop_empty(article(*body)).body == (paragraph("a", BREAK, "b"),)


def test_a_break_inside_a_mark_keeps_its_words_apart() -> None:
    body = paragraph(m.Marked(kind="strong", children=run("a", BREAK)), "b")
    assert drop_empty(article(body)).body == (body,)


def test_sections_deeper_than_level_six_stand_beside_it_in_order() -> None:
    section = paragraph("fond")
    for depth in range(8, 0, -1):
        section = m.Section(heading=run(f"{depth}"), children=(paragraph(f"p{depth}"), section))  # type: ignore[assignment]
    done, findings = flatten_headings(article(section))
    assert [n.value for n in walk(done) if isinstance(n, m.Text)] == [
        n.value for n in walk(article(section)) if isinstance(n, m.Text)
    ]
    assert _depth(done.body) == 5
    assert [finding.code for finding in findings] == ["PREP-005"] * 3


def _depth(blocks: tuple[m.Block, ...]) -> int:
    inner = [block.children for block in blocks if isinstance(block, m.Section)]
    return 1 + max(map(_depth, inner)) if inner else 0


def table(*rows: tuple[m.Cell, ...], section: Any = "body") -> m.Table:
    return m.Table(rows=tuple(m.Row(cells=row, section=section) for row in rows))


def spans(done: m.Article) -> list[list[tuple[int, int]]]:
    (found,) = done.body
    assert isinstance(found, m.Table)
    return [[(cell.colspan, cell.rowspan) for cell in row.cells] for row in found.rows]


def cell(colspan: int = 1, rowspan: int = 1) -> m.Cell:
    return m.Cell(children=(), colspan=colspan, rowspan=rowspan)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([[(1, 1), (1, 1)], [(1, 1)]], [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ([[(10**9, 1)], [(1, 1), (1, 1)]], [[(2, 1)], [(1, 1), (1, 1)]]),
        ([[(1, 10**9), (1, 1)], [(1, 1)]], [[(1, 2), (1, 1)], [(1, 1)]]),
        ([[(1, 2), (1, 1)], [(2, 1)]], [[(1, 2), (1, 1)], [(1, 1)]]),
        ([[(0, -1), (1, 1)]], [[(1, 1), (1, 1)]]),
    ],
)
def test_spans_are_cut_to_the_grid_and_short_rows_filled(before, after) -> None:
    rows = [tuple(cell(*span) for span in row) for row in before]
    assert spans(square_tables(article(table(*rows)))[0]) == after
    assert codes(square_tables, article(table(*rows))) == ["PREP-009"]


def test_a_regular_table_is_left_alone() -> None:
    regular = article(table((cell(1, 2), cell(2)), (cell(), cell())))
    assert square_tables(regular) == (regular, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"start": 10**20}, {"start": None}),
        ({"start": -3}, {"start": -3}),
        ({"start": -3, "numbering": "lower-roman"}, {"start": -3, "numbering": "decimal"}),
        ({"start": 4000, "numbering": "upper-roman"}, {"start": 4000, "numbering": "decimal"}),
        ({"start": 4, "numbering": "upper-roman"}, {"start": 4, "numbering": "upper-roman"}),
    ],
)
def test_lists_count_with_numbers_that_can_be_shown(before, after) -> None:
    items = (m.Item(children=(paragraph("a"),)),)
    done, _ = check_numbers(article(m.List(items=items, ordered=True, **before)))
    assert done.body == (m.List(items=items, ordered=True, **after),)


def test_too_many_words_are_refused_with_both_numbers() -> None:
    with pytest.raises(BudgetError, match="250,001 words, over the limit of 200,000"):
        check_budgets(article(paragraph("mot " * 250_000)))


def test_nesting_without_end_is_refused_without_recursion() -> None:
    block: m.Block = paragraph("fond")
    for _ in range(5_000):
        block = m.Quote(children=(block,))
    with pytest.raises(BudgetError, match="deeper than 100 levels"):
        check_budgets(article(block))


# --- pull quotes


@pytest.mark.parametrize(
    ("words", "repeats"),
    [
        ("Walk early, and walk slowly!", True),
        ("Walk early … slowly.", True),
        ("Walk late.", False),
    ],
)
def test_a_pull_quote_repeats_only_what_stands_elsewhere(words: str, *, repeats: bool) -> None:
    quote = m.Aside(kind="pullquote", repeats=True, children=(paragraph(words),))
    subject = article(paragraph("She says: “Walk early, and walk slowly.”"), quote)
    checked, findings = check_pull_quotes(subject)
    assert checked.body[1].repeats is repeats  # type: ignore[union-attr]
    assert [finding.code for finding in findings] == ([] if repeats else ["PREP-012"])
