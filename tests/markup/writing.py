"""Writing an article's markup and reading its letters back, for laws that compare them."""

from collections import Counter

import msgspec
from selectolax.lexbor import LexborHTMLParser

from render.labels import labels_for
from render.markup import Dialect, body, header, notes
from render.model import Code, Embed, Image, Math, Text
from render.model.walk import children, is_inline, rewrite

PAGE = Dialect(labels_for("en"), scroll_regions=True)
BOOK = Dialect(labels_for("fr"), xhtml=True, epub=True, extended_description="linked")


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
