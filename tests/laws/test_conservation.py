"""Laws 1 and 2: every word is in every edition, in order, and nothing else is."""

import re

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from render import theme
from render.findings import Severity
from render.markup import body, header, notes
from render.pdf_reading import Tag, Words, read_tree
from render.plugins import Job
from render.preparation import prepare
from render.renderers.pdf import engine, renderer
from render.renderers.pdf.options import PdfOptions
from tests.laws.editions import FORMATS, built
from tests.laws.examples import examples
from tests.markup.writing import BOOK, PAGE, identified, letters, read
from tests.strategies import articles

# Quotation marks come from the style, and white space is where lines end.
_NOT_COMPARED = re.compile(r"[\s“”‘’«»\"'„‟‚‛\u00ad\u200b]+")


@pytest.mark.slow
@examples(3)
@given(articles())
def test_every_letter_is_written_once_and_in_order(article):
    article = identified(article)
    meta = article.meta
    names = ",".join(author.name for author in meta.authors[:1])
    for dialect in (PAGE, BOOK):
        head = letters(meta.title) + letters(meta.deck) + "".join(names.split())
        assert read(header(article, dialect)).startswith(head)
        assert read(body(article, dialect)) == letters(article.body)
        assert read(notes(article, dialect)) == letters(article.notes)


@pytest.mark.slow
@examples(2)
@given(articles())
def test_every_word_is_in_every_edition(article):
    made = built(article)

    assert made.failures == ()
    assert len(made.artefacts) == len(FORMATS)
    lost = [
        finding
        for verdict in made.verdicts
        for finding in verdict.findings
        if finding.code.startswith(("WORDS", "HEADINGS"))
        and finding.severity is Severity.ERROR
        # What is heard has formulas in words, which may touch the word beside them.
        and finding.where.file != "law.vtt"
    ]
    assert lost == []


@pytest.mark.slow
@examples(6)
@given(articles())
def test_every_character_of_any_article_is_in_its_pdf(article):
    job = Job(prepare(article).article, "any", theme.load("default"), "2026-01-01T00:00:00Z")
    for edition in ("accessible", "archive"):
        request = renderer.request_for(job, PdfOptions(edition=edition))
        found = read_tree(engine.write(request).data)
        assert found.untagged == ()
        shown = "".join(text for child in found.children for text in _texts(child))
        assert _NOT_COMPARED.sub("", shown) == _NOT_COMPARED.sub("", _written(request.html))


def _written(html):
    page = LexborHTMLParser(html)
    page.strip_tags(["head"])
    for hidden in page.css('[aria-hidden="true"]'):
        hidden.decompose()
    for formula in page.css("math"):
        formula.replace_with(formula.attributes.get("alttext") or "")
    return page.text()


def _texts(child, *, terms=False):
    """The text of the tree, without the numbers and bullets that the layout gives to lists.

    Labels of a list of descriptions are its `terms`, which the article wrote.
    """
    if child.name == "Formula":
        yield child.alt or ""
        return
    if child.name == "L":
        terms = child.attributes.get("List.ListNumbering", "None") in {"Description", "None"}
    for part in child.children:
        if isinstance(part, Words):
            yield part.text
        elif isinstance(part, Tag) and (terms or not (part.name == "Lbl" and _is_marker(part))):
            yield from _texts(part, terms=terms)


def _is_marker(label):
    text = "".join(child.text for child in label.children if isinstance(child, Words))
    return re.fullmatch(r"[•◦▪]|\w+\.", text.strip()) is not None
