"""Law 4: a page of ours that is read again has the same words, however often."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from render import markup
from render.labels import labels_for
from render.markup import Dialect
from render.preparation import prepare
from render.readers.html import READER
from render.reading import ReadOptions, Source
from tests.laws.examples import examples
from tests.markup.writing import letters
from tests.strategies import articles


@pytest.mark.slow
@examples(3)
@given(articles())
def test_a_page_read_again_has_the_same_letters(article):
    once = _again(prepare(article).article)
    twice = _again(once)

    assert Counter(_letters(once)) == Counter(_letters(prepare(article).article))
    assert _letters(twice) == _letters(once)


def _letters(article):
    return letters(article.body) + letters(article.notes)


def _again(article):
    """The article written as a page, without the words of the interface, and read."""
    urls = {asset.id: asset.href or asset.id for asset in article.assets}
    dialect = Dialect(labels_for(article.meta.lang), asset_url=urls)
    written = LexborHTMLParser(
        f"<body>{markup.body(article, dialect)}{markup.notes(article, dialect)}"
    )
    for node in written.css(".furniture"):
        node.decompose()
    inner = (written.body and written.body.inner_html) or ""
    options = ReadOptions(title="Title", lang=article.meta.lang)
    found = READER.read(Source(inner.encode(), "again.html"), options).article
    return msgspec.structs.replace(prepare(found).article, meta=article.meta)
