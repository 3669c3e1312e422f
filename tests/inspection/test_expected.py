from render.inspection import flows
from render.model import (
    Article,
    Author,
    Cell,
    Described,
    Figure,
    Image,
    Meta,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)


def _text(value):
    return (Text(value=value),)


def _paragraph(value, **given):
    return Paragraph(children=_text(value), **given)


def test_notes_authors_and_descriptions_are_flows_of_their_own():
    article = Article(
        meta=Meta(title=_text("Title"), lang="en", authors=(Author(name="Ada Byron"),)),
        body=(
            Section(
                id="s",
                heading=_text("Part"),
                children=(
                    Figure(
                        id="f",
                        content=(
                            Image(
                                asset="i", alt=Described("alt"), description=(_paragraph("long"),)
                            ),
                        ),
                        caption=_text("caption"),
                    ),
                    Quote(
                        id="q", children=(_paragraph("said", id="p"),), attribution=_text("by whom")
                    ),
                    Paragraph(id="r", children=(Text(value="called"), NoteRef(note="n"))),
                ),
            ),
        ),
        notes=(Note(id="n", children=(_paragraph("note"),)),),
    )

    found = [[(run.node, *run.words) for run in flow] for flow in flows(article)]

    assert found == [
        [
            ("title", "title"),
            ("s-h", "part"),
            ("f-caption", "caption"),
            ("p", "said"),
            ("q-attribution", "by", "whom"),
            ("r", "called"),
        ],
        [("", "long")],
        [("byline", "ada", "byron")],
        [("", "note")],
    ]


def test_the_cells_of_a_table_are_not_asked_of_the_spoken_text():
    table = Table(
        rows=(Row(cells=(Cell(children=(_paragraph("cell"),)),)),), caption=_text("figures")
    )
    article = Article(meta=Meta(title=_text("T"), lang="en"), body=(table,))

    assert [(run.words, run.spoken) for run in flows(article)[0]] == [
        (("t",), True),
        (("figures",), False),
        (("cell",), False),
    ]


def test_a_run_is_cut_where_a_picture_or_a_formula_has_words_of_its_own():
    touching = Paragraph(
        id="p",
        children=(
            Text(value="before"),
            Image(asset="i", alt=Described("a long alternative of more than six words in all")),
            Text(value="after"),
        ),
    )
    article = Article(meta=Meta(title=_text("T"), lang="en"), body=(touching,))

    assert [(run.node, run.words) for run in flows(article)[0]] == [
        ("title", ("t",)),
        ("p", ("before",)),
        ("p", ("after",)),
    ]
