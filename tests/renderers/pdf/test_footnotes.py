"""Notes at the foot of the page: where they stand, what is said of them, what never gets lost."""

import pytest

from render import theme
from render.pdf_reading import text_of
from tests.renderers.pdf.laid_out import tree

WORDS = "The tide turns twice a day, and the town goes by it. " * 12

AT_THE_FOOT = ":root { --notes: foot }"


def article(notes, *, css="", **options):
    """The tree of an article with a call in each paragraph."""
    calls = "".join(
        f'<p>{WORDS}Called<sup><a id="n{number}-c" href="#n{number}" role="doc-noteref">{number}'
        f"</a></sup> here. {WORDS}</p>"
        for number in range(1, len(notes) + 1)
    )
    items = "".join(
        f'<li id="n{number}">\n<p><span class="sentence" id="s{number}">{note}</span></p>\n'
        f'<p class="backlinks"><a href="#n{number}-c">Back</a></p>\n</li>'
        for number, note in enumerate(notes, 1)
    )
    section = f'<section role="doc-endnotes"><h2>Notes</h2><ol>{items}</ol></section>'
    return tree(calls + section, css=AT_THE_FOOT + css, size="a5", **options)


def notes_of(found):
    return [tag for tag in found.tags() if tag.name in {"Note", "FENote"}]


def pages_of(tag):
    return {words.page for part in tag.tags() for words in part.children if hasattr(words, "page")}


def shape(found):
    return [(tag.name, " ".join(text_of(tag).split())) for tag in found.tags() if tag.name == "P"]


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["accessible", "archive"])
def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(edition):
    found = article(["First.", "Second.", "Third."], edition=edition)
    calls = [tag for tag in found.tags() if tag.name == "Reference"]
    assert [pages_of(note) for note in notes_of(found)] == [pages_of(call) for call in calls]
    assert len({page for note in notes_of(found) for page in pages_of(note)}) > 1


@pytest.mark.slow
def test_its_tags_are_those_of_a_note_at_the_end():
    notes = ["First, with <em>stress</em>.", "Second."]
    at_end = article(notes, css=":root { --notes: end }")
    assert shape(article(notes)) == shape(at_end)
    assert [tag.name for tag in at_end.tags()].count("H2") == 1


def test_a_style_may_leave_the_way_back_out():
    found = article(["First."], css=".backlinks { display: none !important }")
    assert not [tag for tag in found.tags() if tag.name == "H2"]
    assert [text_of(note).strip() for note in notes_of(found)] == ["First."]


def test_it_is_said_once_and_after_the_text():
    found = article(["A word of its own."])
    said = " ".join(" ".join(text_of(tag) for tag in found.children).split())
    assert said.count("A word of its own.") == 1
    assert said.endswith("1. A word of its own. Back")


@pytest.mark.parametrize(
    "note",
    [
        "Far too long. " * 60,
        "One.</p><p>Two.",
        "<table><tr><td>A table.</td></tr></table>",
        "</p></li><li id='n3'>No paragraph.",
    ],
)
def test_where_a_note_is_more_than_a_few_lines_all_stay_at_the_end(note):
    found = article(["Short.", note])
    assert "Notes" in [text_of(tag) for tag in found.tags() if tag.name == "H2"]
    assert len(notes_of(found)) >= 2


@pytest.mark.slow
def test_more_notes_than_a_page_holds_lose_nothing():
    notes = [f"Note {number}. " + "So it goes on. " * 35 for number in range(1, 9)]
    calls = "".join(
        f'<sup><a id="n{number}-c" href="#n{number}" role="doc-noteref">{number}</a></sup>'
        for number in range(1, 9)
    )
    items = "".join(f'<li id="n{n}"><p>{note}</p></li>' for n, note in enumerate(notes, 1))
    section = f'<section role="doc-endnotes"><h2>Notes</h2><ol>{items}</ol></section>'
    found = tree(f"<p>Called{calls}.</p>{section}", css=AT_THE_FOOT, size="a5")
    said = [" ".join(text_of(note).split()) for note in notes_of(found)]
    assert said == [note.strip() for note in notes]


def test_the_notes_of_each_article_come_back_in_their_place():
    parts = "".join(
        f'<p>Part {part}<sup><a href="#{part}" role="doc-noteref">1</a></sup>.</p>'
        f'<section role="doc-endnotes"><ol><li id="{part}"><p>Note {part}.</p></li></ol></section>'
        for part in ("one", "two", "three")
    )
    found = tree(parts, css=AT_THE_FOOT)
    said = " ".join("".join(text_of(tag) for tag in found.children).split())
    assert said.index("Note one") < said.index("Part two") < said.index("Note two")
    assert said.index("Note two") < said.index("Part three") < said.index("Note three")


@pytest.mark.slow
def test_notes_of_columns_stand_at_their_foot_too():
    style = theme.load("broadsheet").css("print.css")
    found = article(["First.", "Second.", "Third.", "Fourth."], css=style)
    calls = [tag for tag in found.tags() if tag.name == "Reference"]
    assert [pages_of(note) for note in notes_of(found)] == [pages_of(call) for call in calls]
