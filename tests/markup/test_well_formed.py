"""Markup is XML with ids that are each one element's, whatever the article."""

import re
from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from render.labels import labels_for
from render.markup import Dialect, descriptions
from render.model import Text
from tests.markup.specimen import ARTICLE, URLS
from tests.markup.writing import BOOK, PAGE, identified, written_in
from tests.strategies import articles

NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


@given(articles())
@settings(max_examples=40)
@pytest.mark.slow
def test_markup_is_well_formed_with_unique_ids_and_live_links(article):
    article = identified(article)
    etree.fromstring(f"<html {NAMESPACES}>{written_in(BOOK, article)}</html>")
    tree = LexborHTMLParser(written_in(PAGE, article))
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    fragments = {str(node.attributes["href"])[1:] for node in tree.css("a[href^='#']")}
    assert fragments <= set(ids)


def test_everything_at_once_is_well_formed_xml():
    written = written_in(BOOK, ARTICLE)
    written += "".join(each.markup for each in descriptions(ARTICLE, BOOK))
    etree.fromstring(f"<html {NAMESPACES}>{written}</html>")


def test_an_id_of_the_article_never_meets_one_of_ours():
    clash = msgspec.structs.replace(
        ARTICLE.body[0], id="n1-call-1", children=(Text(value="An old anchor."),)
    )
    article = msgspec.structs.replace(ARTICLE, body=(clash, *ARTICLE.body))
    dialect = Dialect(labels_for("en"), asset_url=URLS)
    ids = re.findall(r' id="([^"]+)"', written_in(dialect, article))
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
