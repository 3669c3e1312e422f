"""The tree that is laid out: the same, read as XML or as HTML."""

from xml.etree.ElementTree import tostring

import pytest
import tinyhtml5

from render import theme
from render.plugins import Job
from render.renderers.pdf import renderer
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.parsing import parse
from tests.renderers.pdf.test_examples import EXAMPLES, article


def parsed(html):
    return parse(html, lambda _url: {}).etree_element


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_article_in_our_frame_is_the_same_as_xml_and_as_html(name):
    job = Job(article(name), "example", theme.load("default"), "2026-01-01T00:00:00Z")
    html = renderer.request_for(job, PdfOptions()).html

    assert shape(parsed(html)) == shape(tinyhtml5.parse(html, namespace_html_elements=False))


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><html><head><title>a</title></head><body><p>b<br>c</p></body></html>",
        "<html><head><title>a</title></head><body><p>b&nbsp;c</p></body></html>",
        "<body><p>no root</p></body>",
        "",
    ],
)
def test_a_frame_that_is_html_alone_is_read_as_html(html):
    assert tostring(parsed(html)) == tostring(tinyhtml5.parse(html, namespace_html_elements=False))


def shape(root):
    """What is laid out: the body, without the white space after the last of its elements."""
    body = root.find("body")
    body.tail = body[-1].tail = ""
    return root.attrib, [*map(parts, body.iter())]


def parts(element):
    # Names in a namespace are written otherwise in HTML; what is laid out goes by the others.
    named = {key: value for key, value in element.attrib.items() if key.isalpha() or "-" in key}
    return element.tag, named, element.text or "", element.tail or ""
