"""Laws that hold for the markup of every article."""

import re
from collections import Counter
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from render.labels import labels_for
from render.markup import Dialect, body, descriptions, header, notes
from render.model import Code, Embed, Image, Math, Text
from render.model.walk import children, is_inline, rewrite
from tests.markup.specimen import ARTICLE, URLS
from tests.strategies import articles

PAGE = Dialect(labels_for("en"), scroll_regions=True)
BOOK = Dialect(labels_for("fr"), xhtml=True, epub=True, extended_description="linked")
NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def identified(article):
    """The article with an id on each node that becomes an element."""
    counts: Counter[str] = Counter()

    def with_id(node):
        kind = type(node).__name__.lower()
        if node.id or is_inline(node):
            return node
        counts[kind] += 1
        return msgspec.structs.replace(node, id=f"{kind}-{counts[kind]}")

    return rewrite(article, enter=with_id)


def letters(article_nodes):
    """What the nodes say, where no file of a picture is at hand, without white space."""
    return "".join("".join(map(_said, article_nodes)).split())


def _said(node):
    inner = "".join(map(_said, children(node)))
    match node:
        case Text():
            return node.value
        case Math():
            return "x"
        case Image():
            return getattr(node.alt, "text", "")
        case Code():
            return inner + node.value
        case Embed():
            return node.title + inner
    return inner


def read(written):
    """The letters of markup, without furniture and readings beside the text."""
    tree = LexborHTMLParser(f"<!DOCTYPE html><body>{written}")
    for node in tree.css(".furniture, rt, rp"):
        node.decompose()
    return "".join((tree.body.text() if tree.body else "").split())


def written_in(dialect, article):
    return header(article, dialect) + body(article, dialect) + notes(article, dialect)


@given(articles())
@settings(max_examples=60)
@pytest.mark.slow
def test_every_letter_is_written_once_and_in_order(article):
    article = identified(article)
    meta = article.meta
    names = ",".join(author.name for author in meta.authors[:1])
    for dialect in (PAGE, BOOK):
        head = letters(meta.title) + letters(meta.deck) + "".join(names.split())
        assert read(header(article, dialect)).startswith(head)
        assert read(body(article, dialect)) == letters(article.body)
        assert read(notes(article, dialect)) == letters(article.notes)


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


@given(articles())
@settings(max_examples=40)
@pytest.mark.slow
def test_headings_begin_at_one_and_skip_no_level(article):
    written = written_in(PAGE, identified(article))
    levels = [
        int(deeper or level)
        for level, deeper in re.findall(r'<h([1-6])(?:[^>]*aria-level="(\d+)")?', written)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


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
