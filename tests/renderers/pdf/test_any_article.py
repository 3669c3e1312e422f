"""Whatever an article holds, its PDF has every character of it, in order."""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from selectolax.lexbor import LexborHTMLParser

from render import theme
from render.pdf_reading import Tag, Words, read_tree
from render.plugins import Job
from render.preparation import prepare
from render.renderers.pdf import engine, renderer
from render.renderers.pdf.options import PdfOptions
from tests.strategies import articles

# Quotation marks come from the style, and white space is where lines end.
_NOT_COMPARED = re.compile(r"[\s“”‘’«»\"'„‟‚‛\u00ad\u200b]+")


@pytest.mark.slow
# Without shrinking: an article takes a second, and its tree says where it went wrong.
@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(articles())
def test_every_character_of_any_article_is_in_its_pdf(article):
    job = Job(prepare(article).article, "any", theme.load("default"), "2026-01-01T00:00:00Z")
    for edition in ("accessible", "archive"):
        request = renderer.request_for(job, PdfOptions(edition=edition))
        found = read_tree(engine.write(request).data)
        assert found.untagged == ()
        read = "".join(text for child in found.children for text in texts(child))
        assert _NOT_COMPARED.sub("", read) == _NOT_COMPARED.sub("", written(request.html))


def written(html):
    page = LexborHTMLParser(html)
    page.strip_tags(["head"])
    for hidden in page.css('[aria-hidden="true"]'):
        hidden.decompose()
    return page.text()


def texts(tag):
    """The text of the tree, without the numbers and bullets that the layout gives to lists."""
    for child in tag.children:
        if isinstance(child, Words):
            yield child.text
        elif isinstance(child, Tag) and not (child.name == "Lbl" and is_marker(child)):
            yield from texts(child)


def is_marker(label):
    text = "".join(child.text for child in label.children if isinstance(child, Words))
    return re.fullmatch(r"[•◦▪]|\w+\.", text.strip()) is not None
