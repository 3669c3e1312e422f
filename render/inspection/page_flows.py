"""The text of a page as flows, to look for in other editions when the article is not at hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.inspection.documents import take_out_what_is_not_text
from render.inspection.expected import Flow, Run
from render.inspection.words import words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)
# What editions put in places of their own, or audio leaves out.
_APART = (
    "figure, table, pre, aside, .notes, .descriptions, .byline, .dateline, [role='doc-endnotes']"
)
_UNSPOKEN = f"{_APART}, .image, .formula, .media, .embed, dl"


def page_flows(markup: str) -> tuple[Flow, ...]:
    """The blocks of the main content: the body as one flow, the others one by one."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(markup)
    take_out_what_is_not_text(page)
    for node in page.css("[role='doc-backlink']"):
        node.decompose()
    main = page.css_first("main") or page.body
    if main is None:
        return ()
    apart = {node.mem_id for each in main.css(_APART) for node in each.traverse()}
    unspoken = {node.mem_id for each in main.css(_UNSPOKEN) for node in each.traverse()}
    body: list[Run] = []
    others: list[Flow] = []
    for node in main.traverse():
        if node.tag not in _BLOCKS:
            continue
        found = tuple(words("".join(_own_text(node))))
        if not found:
            continue
        run = Run(node.attributes.get("id") or "", found, node.mem_id not in unspoken)
        if node.mem_id in apart:
            others.append((run,))
        else:
            body.append(run)
    return (tuple(body), *others)


def _own_text(node: LexborNode) -> Iterator[str]:
    """The text of a block without that of the blocks in it."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag == "br":
            yield " "
        elif child.tag not in _BLOCKS:
            yield from _own_text(child)
