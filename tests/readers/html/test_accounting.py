"""Every character of a page's text is in the article or listed as left out."""

from collections import Counter

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from render.dom import parse_document
from render.errors import EmptyArticleError
from render.readers.html import READER
from render.reading import ReadOptions, Source

BLOCKS = ["p", "div", "section", "article", "aside", "nav", "footer", "header", "h1", "h2", "h4",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table", "tr",
    "td", "th", "caption", "details", "summary", "form", "video", "object", "iframe", "address",
    "main", "noscript", "dialog", "fieldset", "legend"]  # fmt: skip
INLINES = ["a", "b", "em", "span", "q", "cite", "sup", "code", "abbr", "time", "ruby", "rt", "rp",
    "button", "label", "select", "option", "textarea", "svg", "math", "mi", "bdi", "img", "br",
    "del", "x-unknown"]  # fmt: skip
ATTRIBUTES = ["", ' class="share"', ' class="comments"', ' class="caption"', ' class="credit"',
    " hidden", ' href="#n"', ' href="/x"', ' href="javascript:x"', ' id="n"', ' lang="fr"',
    ' role="presentation"', ' role="doc-noteref" href="#n"', ' class="footnotes"', ' rel="author"',
    ' class="standfirst"', ' class="kicker"', ' src="a.mp4"', ' src="https://a.example/x"',
    ' class="verse"', ' style="display:none"', ' aria-hidden="true"',
    ' alttext="x"', ' datetime="2026"', ' class="long-description"']  # fmt: skip
TEXTS = ["Des mots, encore des mots, assez pour faire de la prose.", "court", "1", "[2]", "↩",
    "— Ana", "  ", "Par Ana Roy", "漢字", "مرحبا"]  # fmt: skip


def element(children):
    return st.builds(
        lambda tag, attributes, inner: f"<{tag}{attributes}>{''.join(inner)}</{tag}>",
        st.sampled_from(BLOCKS + INLINES),
        st.sampled_from(ATTRIBUTES),
        st.lists(children, max_size=4),
    )


HTML = st.lists(st.recursive(st.sampled_from(TEXTS), element, max_leaves=25), max_size=6)


KEPT = ("value", "annotation", "mathml", "latex", "name", "title", "label", "kicker")


def kept(value):
    """All text of an article; a note's label and a formula's words are not counted twice."""
    if isinstance(value, dict):
        own = [value[key] for key in KEPT
            if isinstance(value.get(key), str)]  # fmt: skip
        return own + [text for part in value.values() for text in kept(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in kept(part)]
    return []


def characters(texts):
    return Counter("".join("".join(texts).split()))


@pytest.mark.slow
@settings(max_examples=40)
@example(parts=['<div class="verse">Un mot.<p>Un autre.</p></div>'], is_page=False, keep_all=False)
@example(parts=["<table><caption>Un mot.</caption></table>"], is_page=False, keep_all=False)
@given(HTML, st.booleans(), st.booleans())
def test_no_character_is_lost(parts, is_page, keep_all):
    inner = "".join(parts)
    html = f"<!doctype html><body>{inner}" if is_page else inner
    tree = parse_document(html)
    body = tree.root.find("body")
    try:
        reading = READER.read(Source(html.encode(), "x.html"), ReadOptions(keep_all=keep_all))
    except EmptyArticleError:
        return
    given_text = characters(body.texts()) if body else Counter()
    found = characters(kept(msgspec.to_builtins(reading.article)))
    listed = characters(dropped.text for dropped in reading.dropped)
    assert not given_text - found - listed
