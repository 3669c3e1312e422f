"""What single kinds of nodes become, where it is not plain from the golden files."""

import pytest

from render.labels import labels_for
from render.markup import Dialect, OutlineEntry, body, header, notes, outline, page_id, unused_id
from render.model import (
    Article,
    Aside,
    Asset,
    Decorative,
    Described,
    Figure,
    Image,
    Link,
    Marked,
    Math,
    Media,
    Meta,
    Missing,
    Note,
    NoteRef,
    Paragraph,
    Section,
    Span,
    Text,
)
from tests.markup.specimen import paragraph, text


def article(*blocks, lang="en", **fields):
    return Article(meta=Meta(title=text("T"), lang=lang), body=blocks, **fields)


def page(*blocks, lang="en", url="", **options):
    dialect = Dialect(labels_for(lang), asset_url={"a": url} if url else {}, **options)
    return body(article(*blocks, lang=lang), dialect)


def test_a_picture_that_nobody_described_is_never_taken_for_decoration():
    html = page(Image(asset="a", alt=Missing()), url="a.png")
    assert 'alt="Image without description"' in html
    assert 'alt=""' not in html


def test_a_decorative_picture_is_silent_and_without_its_file_nothing_at_all():
    silent = page(Image(asset="a", alt=Decorative()), url="a.png")
    assert '<img src="a.png" alt="" aria-hidden="true">' in silent
    assert page(Image(asset="a", alt=Decorative())) == ""


def test_a_picture_without_its_file_is_its_alternative_in_words():
    html = page(Figure(content=(Image(asset="a", alt=Described("A map")),)))
    assert "A map</span>" in html
    assert "<img" not in html


def test_a_credit_of_the_file_stands_where_the_figure_has_none():
    figure = Figure(content=(Image(asset="a", alt=Described("A map")),), caption=text("C"))
    credited = article(figure, assets=(Asset(id="a", credit="The Survey"),))
    assert ">The Survey</span>" in body(credited, Dialect(labels_for("en")))


@pytest.mark.parametrize(
    "mathml",
    [
        "<math><script>alert(1)</script></math>",
        '<math><mtext><img src="x" onerror="x"/></mtext></math>',
        '<!DOCTYPE math [<!ENTITY a "b">]><math>&a;</math>',
        "<math><mi>x</math>",
        "<svg/>",
        "",
    ],
)
def test_a_formula_that_is_not_plain_mathml_is_said_in_words(mathml):
    assert page(Math(mathml=mathml, alt="x squared")) == (
        '<div class="formula"><span class="math">x squared</span></div>\n'
    )


def test_a_formula_keeps_its_vocabulary_and_loses_its_handlers():
    html = page(
        Math(mathml='<math href="x"><mi onclick="x" mathvariant="bold">&pi;</mi></math>', alt="pi")
    )
    assert '<mi mathvariant="bold">π</mi>' in html
    assert "onclick" not in html
    assert "href" not in html


def test_words_of_the_interface_say_their_language_when_it_is_not_the_articles():
    html = page(Aside(kind="warning", children=(paragraph("Jamana"),)), lang="bm")
    assert '<p class="aside-label furniture" lang="en" dir="ltr">Warning</p>' in html


def test_a_foreign_passage_says_its_direction_too():
    html = page(Paragraph(children=(Span(lang="ar", children=text("سلام")),)))
    assert '<span lang="ar" dir="rtl">سلام</span>' in html


def test_nothing_inside_a_repeated_pull_quote_takes_the_focus():
    link = Link(href="https://example.org/", children=text("here"))
    quote = Aside(
        kind="pullquote", repeats=True, children=(Paragraph(children=(link, NoteRef(note="n"))),)
    )
    written = body(
        article(quote, notes=(Note(id="n", children=(paragraph("N"),)),)),
        Dialect(labels_for("en")),
    )
    assert 'aria-hidden="true"' in written
    assert "<a " not in written


def test_a_note_that_nothing_calls_has_no_way_back():
    written = notes(
        article(notes=(Note(id="n", children=(paragraph("N"),)),)), Dialect(labels_for("en"))
    )
    assert "doc-backlink" not in written


def test_a_note_called_in_the_deck_and_in_the_text_leads_back_to_both():
    called = Article(
        meta=Meta(title=text("T"), deck=(Text(value="D"), NoteRef(note="n")), lang="en"),
        body=(Paragraph(children=(Text(value="P"), NoteRef(note="n"))),),
        notes=(Note(id="n", children=(paragraph("N"),)),),
    )
    dialect = Dialect(labels_for("en"))
    assert 'id="n-call-1"' in header(called, dialect)
    assert 'id="n-call-2"' in body(called, dialect)
    assert 'href="#n-call-1"' in notes(called, dialect)
    assert 'href="#n-call-2"' in notes(called, dialect)


def test_sound_plays_where_its_file_is_at_hand_and_its_title_is_always_there():
    sound = Media(kind="audio", asset="a", title="Dawn")
    assert '<audio controls="" preload="none" src="a.mp3" aria-label="Dawn">' in page(
        sound, url="a.mp3"
    )
    assert "Dawn</p>" in page(sound)


def test_a_heading_below_the_sixth_level_says_its_level():
    block = paragraph("deep")
    for depth in range(7, 0, -1):
        block = Section(id=f"s{depth}", heading=text(str(depth)), children=(block,))
    html = page(block)
    assert '<h6 id="s5-h">5</h6>' in html
    assert '<h6 id="s6-h" aria-level="7">6</h6>' in html


def test_the_outline_is_nested_as_the_sections_are():
    inner = Section(id="b", heading=text("B"), children=())
    outer = Section(id="a", heading=text("A"), children=(inner,))
    assert outline(article(outer, Aside(kind="box", children=(paragraph("x"),)))) == (
        OutlineEntry("a", 2, "A", (OutlineEntry("b", 3, "B"),)),
    )


def test_ids_of_page_markers_and_of_the_frame_avoid_those_of_the_article():
    taken = article(paragraph("x", "page-3"), paragraph("y", "contents"))
    assert page_id("3", taken) == "page-3-x"
    assert page_id("iv b", taken) == "page-iv-b"
    assert unused_id("contents", taken) == "contents-x"
    assert unused_id("content", taken) == "content"


def test_a_term_within_a_term_is_the_one_that_is_defined():
    inner = Marked(kind="term", children=text("b"))
    html = page(Paragraph(children=(Marked(kind="term", children=(*text("a "), inner)),)))

    assert "<span>a <dfn>b</dfn></span>" in html
