"""Formulas without words are given words, in their language; an author's words stay."""

from render.model import Article, Math, Meta, Paragraph, Text
from render.transforms.formulas import say_formulas

SQUARE = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"


def said(*formulas: Math, lang: str = "en"):
    meta = Meta(title=(Text(value="T"),), lang=lang)
    article, findings = say_formulas(Article(meta=meta, body=(Paragraph(children=formulas),)))
    (paragraph,) = article.body
    assert isinstance(paragraph, Paragraph)
    return [node.alt for node in paragraph.children if isinstance(node, Math)], findings


def test_source_and_signs_become_words_in_the_language_of_the_formula():
    words, findings = said(
        Math(mathml=SQUARE, alt="x^2", latex="x^2"),
        Math(mathml=SQUARE, alt="x 2", lang="fr"),
        Math(mathml=SQUARE, alt="the square", latex="x^2"),
    )
    assert words == ["x squared", "x au carré", "the square"]
    assert findings == ()


def test_a_language_without_words_is_told():
    words, findings = said(Math(mathml=SQUARE, alt="x^2", latex="x^2"), lang="bm")
    assert words == ["x^2"]
    assert [finding.code for finding in findings] == ["PREP-011"]
