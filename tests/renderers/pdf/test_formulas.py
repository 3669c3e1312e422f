"""Formulas are drawn as outlines, said in words, and kept as MathML where they may be."""

import io
import re

import pikepdf
import pytest

from render.pdf_reading import read_tree, text_of
from tests.renderers.pdf.laid_out import lay

ROOT = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="the root of x">'
    "<msqrt><mi>x</mi></msqrt></math>"
)


def formulas(response):
    return [tag for tag in read_tree(response.data).tags() if tag.name == "Formula"]


def codes(response):
    return [finding.code for finding in response.findings]


def test_a_formula_is_read_in_words_in_its_sentence():
    response = lay(f"<p>Take {ROOT}, not less.</p>")
    (paragraph,) = [tag for tag in read_tree(response.data).tags() if tag.name == "P"]
    assert text_of(paragraph) == "Take the root of x , not less."
    assert codes(response) == []


def test_a_formula_has_the_colour_of_the_text_around_it():
    data = lay(f'<p style="color: #ff0000">{ROOT}</p>').data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = [
            tuple(map(float, each.operands))
            for each in pikepdf.parse_content_stream(pdf.pages[0])
            if str(each.operator) == "rg"
        ]
    assert (1, 0, 0) in drawn


def test_a_formula_is_as_large_as_the_text_around_it():
    small, large = (
        formulas(lay(f'<p style="font-size: {size}pt">{ROOT}</p>'))[0] for size in (10, 20)
    )
    assert height(large) == pytest.approx(2 * height(small), rel=0.01)


def test_a_formula_wider_than_its_column_shrinks_to_it():
    long = ROOT.replace("<mi>x</mi>", "<mi>x</mi><mo>+</mo>" * 30)
    (found,) = formulas(lay(f'<div class="formula">{long}</div>'))
    left, _, right, _ = box(found)
    assert 390 < right - left < 400


@pytest.mark.parametrize("edition", ["accessible", "archive"])
def test_the_mathml_of_a_formula_hangs_on_its_element(edition):
    response = lay(f"<p>{ROOT}</p>", edition=edition)
    assert [tag.attached for tag in formulas(response)] == [("application/mathml+xml",)]
    with pikepdf.open(io.BytesIO(response.data)) as pdf:
        (file,) = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/AFRelationship") == "/Supplement"
        ]
        assert file.EF.F.read_bytes().decode() == (
            '<math xmlns="http://www.w3.org/1998/Math/MathML"><msqrt><mi>x</mi></msqrt></math>'
        )


# What cannot be laid out, and what is told of it.
BAD = {
    "<mfrac><mn>1</mn></mfrac>": "'mfrac' has 1 parts, not 2",
    "<mi>漢</mi>": "no 漢 (U+6F22)",
    "<mrow></mrow>": "empty",
    "<mi>x</mi>" * 2001: "more than 2000 parts",
}
# Every element that an article may have, drawn.
GOOD = (
    "<mfrac><mi>a</mi><mi>b</mi></mfrac>",
    "<msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup>",
    "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>",
    "<mroot><mi>a</mi><mn>3</mn></mroot>",
    "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mn>0</mn></mtd></mtr></mtable>",
    "<mfenced><mi>a</mi><mi>b</mi></mfenced>",
    "<mmultiscripts><mi>X</mi><mn>1</mn><none/><mprescripts/><mn>2</mn><none/></mmultiscripts>",
    "<semantics><mi>a</mi><annotation encoding='application/x-tex'>a</annotation></semantics>",
    "<merror><mtext>слово é</mtext></merror><mspace width='1em'/><mphantom><mi>x</mi></mphantom>",
    "<menclose notation='box'><mi>a</mi></menclose><mover><mi>a</mi><mo>^</mo></mover>",
    "<mstyle displaystyle='true'><mi>a</mi></mstyle><mpadded><ms>b</ms></mpadded>",
)


def test_what_cannot_be_laid_out_is_printed_in_words_and_told():
    response = lay(f"<p>{''.join(math(inner) for inner in BAD)}</p>")
    assert [(tag.alt, text_of(tag)) for tag in formulas(response)] == [("a sum", "a sum")] * 4
    told = [each.message for each in response.findings if each.code == "PDF-008"]
    assert all(reason in message for reason, message in zip(BAD.values(), told, strict=True))


@pytest.mark.slow
def test_every_element_that_an_article_may_have_is_drawn():
    response = lay(f"<p>{''.join(math(inner) for inner in GOOD)}</p>")
    assert codes(response) == []
    assert not any(text for tag in formulas(response) for text in tag.children if text.text)


def math(inner):
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="a sum">{inner}</math>'


def box(tag):
    return [float(each) for each in re.split(" ", tag.attributes["Layout.BBox"])]


def height(tag):
    _, bottom, _, top = box(tag)
    return top - bottom
