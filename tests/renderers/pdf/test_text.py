"""The text that readers get is the text as it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.pdf_reading import TagTree, text_of, words
from render.renderers.pdf.layout import descendants
from tests.renderers.pdf.laid_out import lay, pages, request, tree

HYPHENATED = "main { width: 40mm; hyphens: auto; text-align: justify; hyphenate-character: '-' }"
SENTENCES = {
    "en": "Incomprehensible considerations notwithstanding, the well-known sister-in-law stayed. ",
    "fr": "L’incompréhensibilité des États-Unis : « peut-être », dit-elle, l’après-midi ? ",
    "de": "Donaudampfschifffahrtsgesellschaft und Rindfleischetikettierungsgesetz — großartig. ",
    "ar": "السلام عليكم ورحمة الله، هذا نص عن عام 2026 فيه كلمة WeasyPrint وأخرى. ",
    "he": "שלום עולם (42), זהו טקסט לדוגמה עם English בתוכו. ",
}


def paragraphs(found: TagTree) -> list[str]:
    return [text_of(tag) for tag in found.tags() if tag.name == "P"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", SENTENCES)
def test_lines_pages_and_columns_leave_no_trace(lang):
    text = (SENTENCES[lang] * 9).strip()
    body = "".join(f"<p>{text}</p>" for _ in range(4))
    css = "main { columns: 2 } @page { margin: 8mm }"
    for style in ("", css):
        assert paragraphs(tree(body, lang=lang, css=style, size="a5")) == [text] * 4


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "fr", "de"])
def test_inserted_hyphens_are_not_text_and_written_ones_are(lang):
    text = (SENTENCES[lang] * 6).strip()
    laid_out = tree(f"<p>{text}</p>", lang=lang, css=HYPHENATED, rules="")
    assert paragraphs(laid_out) == [text]
    raw = "".join(
        run.text for tag in laid_out.tags() for run in tag.children if hasattr(run, "text")
    )
    assert raw.count("\u00ad") > 3


def test_the_accessible_edition_never_hyphenates():
    laid_out = tree(f"<p>{SENTENCES['en'] * 6}</p>", css=HYPHENATED)
    raw = "".join(
        run.text for tag in laid_out.tags() for run in tag.children if hasattr(run, "text")
    )
    assert "\u00ad" not in raw


def test_written_soft_hyphens_break_words_and_are_not_read():
    text = "extra\u00adordi\u00adnary consi\u00adder\u00adations " * 8
    css = "main { width: 30mm }"
    assert paragraphs(tree(f"<p>{text}</p>", css=css)) == [text.replace("\u00ad", "").strip()]


def test_spaces_between_inline_elements_survive():
    body = "<p>one <em>two</em> <strong>three</strong>\n four<em> five</em>six</p>"
    assert words(tree(body))[1:] == ("one", "two", "three", "four", "fivesix")


def test_an_element_after_spaces_stays_before_what_follows_them():
    line = "The rest of the line is long enough to go on where there is more room. " * 2
    body = f"<p> <em>First</em>  {line}</p>"
    assert words(tree(body))[1:] == ("First", *line.split())


def test_a_line_break_parts_words():
    assert words(tree("<p>first<br>second</p>"))[1:] == ("first", "second")


def test_changed_case_is_read_as_written():
    css = "p { text-transform: uppercase }"
    assert paragraphs(tree("<p>straße à l’été</p>", css=css)) == ["straße à l’été"]


@pytest.mark.slow
def test_code_keeps_its_indentation():
    laid_out = lay("<pre><code>if x:\n    return\n\n    # é</code></pre>")
    code = next(tag for tag in read(laid_out).tags() if tag.name == "Code")
    assert "".join(run.text for run in code.children) == "if x:    return    # é"


def test_glyphs_shared_by_characters_are_told_apart():
    text = "a\u00a0b c\u202fd e\u2011f g-h"
    (found,) = paragraphs(tree(f"<p>{text}</p>"))
    assert found == " ".join(text.split())


def test_a_word_without_end_keeps_every_letter():
    word = "abcdefghij" * 300
    broken = "<wbr>".join(word[i : i + 40] for i in range(0, len(word), 40))
    assert paragraphs(tree(f"<p>{broken}</p>")) == [word]


@pytest.mark.slow
@settings(max_examples=25)
@given(
    st.lists(
        st.text(st.sampled_from("abé ’-\u00a0fiß«»مرحباשלום123().,"), min_size=1, max_size=60),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_comes_back(pieces):
    marked = [f"<em>{text}</em>" if number % 2 else text for number, text in enumerate(pieces)]
    found = words(tree(f"<p>{''.join(marked)}</p>"))[1:]
    assert found == tuple("".join(pieces).split())


def read(response):
    from render.pdf_reading import read_tree

    return read_tree(response.data)


@pytest.mark.slow
def test_a_space_at_the_end_of_a_sentence_breaks_no_line():
    sentences = (
        "The sea has fallen by a metre; the lake behind the road has not. ",
        "She looks out of the window, as the first rule says, and moves a slider of a thumb. ",
    )
    spans = "".join(f'<span class="sentence">{text}</span>' for text in sentences)
    for width in range(100, 140, 4):
        css = f"main {{ width: {width}mm }}"
        html = f'<html><body><main><p id="p">{spans}</p></main></body></html>'
        lines = [line.split() for line in lines_of(html, css)]
        assert all(len(line) > 3 for line in lines[:-1])


def test_a_space_before_an_inner_element_breaks_no_line():
    words = "In a good year the station sends about 500 <abbr>gigawatthours</abbr>"
    paragraphs = "".join(f'<p style="width: {width}px">{words}</p>' for width in range(200, 240))
    html = f"<html><body><main>{paragraphs}</main></body></html>"
    assert "In" not in lines_of(
        html, "@page { size: a4 } p { margin: 0; font-size: 8pt; line-height: 1 }"
    )


def lines_of(html, css):
    (page,) = pages(request(html, css=css))
    for box in descendants(page._page_box):
        if type(box).__name__ == "LineBox" and box.element is not None:
            yield "".join(getattr(inner, "text", "") for inner in descendants(box))
