"""Ids, references, roles, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.checks.page.document import Page, attribute, is_silent, role_of, text_of, tokens
from render.checks.page.faults import Fault, error, warning

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_REFERENCES = (
    *("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns"),
    *("for", "headers"),
)
_SCOPES = frozenset({"", "col", "row", "colgroup", "rowgroup"})
# WAI-ARIA 1.2, DPUB-ARIA 1.1 (by its prefix) and Graphics-ARIA (by its prefix).
_ROLES = frozenset(
    "alert alertdialog application article banner blockquote button caption cell checkbox code"
    " columnheader combobox comment complementary contentinfo definition deletion dialog directory"
    " document emphasis feed figure form generic grid gridcell group heading img image insertion"
    " link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox"
    " menuitemradio meter navigation none note option paragraph presentation progressbar radio"
    " radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider"
    " spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel"
    " term text textbox time timer toolbar tooltip tree treegrid treeitem".split()
)


def structure(page: Page) -> Iterator[Fault]:
    """Faults of ids, references, roles, lists and tables."""
    yield from _ids(page)
    for node in page.elements:
        yield from _references(page, node)
        for role in tokens(node, "role"):
            if role not in _ROLES and not role.startswith(("doc-", "graphics-")):
                yield error("PAGE-162", f"there is no role '{role}'", node)
    yield from _lists(page)
    for table in page.css("table"):
        if role_of(table) not in {"presentation", "none"} and not is_silent(table):
            yield from _table(table)


def _ids(page: Page) -> Iterator[Fault]:
    seen: set[str] = set()
    for node in page.elements:
        id_ = attribute(node, "id")
        if id_ in seen:
            yield error("PAGE-160", f"a second element has the id '{id_}'", node)
        if id_:
            seen.add(id_)


def _references(page: Page, node: LexborNode) -> Iterator[Fault]:
    attributes = node.attributes  # made anew each time
    for name in _REFERENCES:
        if name not in attributes or (name == "for" and node.tag not in {"label", "output"}):
            continue
        for id_ in tokens(node, name):
            if id_ not in page.by_id:
                yield error("PAGE-161", f"{name} names '{id_}', which is not there", node)


def _lists(page: Page) -> Iterator[Fault]:
    """A list holds its items and nothing else, and an item is in a list."""
    for node in page.css("ul, ol"):
        if role_of(node) in {"", "list", "doc-endnotes", "doc-bibliography"}:
            children = [child for child in node.iter() if child.tag not in {"script", "template"}]
            strange = next((child for child in children if child.tag != "li"), None)
            if strange is not None:
                yield error("PAGE-163", f"a list with {strange.tag} as a child", node)
    for node in page.css("li"):
        if node.parent is None or node.parent.tag not in {"ul", "ol", "menu"}:
            yield error("PAGE-163", "an item outside of a list", node)
    for node in page.css("dl"):
        allowed = {"dt", "dd", "div", "script", "template"}
        if any(child.tag not in allowed for child in node.iter()):
            yield error("PAGE-163", "a list of terms with something else in it", node)


def _table(table: LexborNode) -> Iterator[Fault]:
    rows = table.css("tr")
    heads, cells = table.css("th"), table.css("td")
    if len(rows) > 1 and len(cells) > 1 and not heads:
        yield error("PAGE-164", "a table without header cells", table)
    for head in heads:
        if attribute(head, "scope").casefold() not in _SCOPES:
            yield error("PAGE-165", f"'{attribute(head, 'scope')}' is no scope", head)
        elif not text_of(head) and not head.css("img") and attribute(head, "scope"):
            yield warning("PAGE-166", "a header cell without words", head)
    yield from _scopes(rows, heads, cells)


def _scopes(
    rows: list[LexborNode], heads: list[LexborNode], cells: list[LexborNode]
) -> Iterator[Fault]:
    """Where headers stand in a row and in a column, or span, each says what it is header of."""
    in_rows = any(row.css_first("th") and row.css_first("td") for row in rows)
    all_head = any(row.css_first("th") and not row.css_first("td") for row in rows)
    spans = any("rowspan" in head.attributes or "colspan" in head.attributes for head in heads)
    named = {id_ for cell in cells for id_ in tokens(cell, "headers")}
    if spans or (in_rows and all_head):
        for head in heads:
            if (
                not attribute(head, "scope")
                and text_of(head)
                and attribute(head, "id") not in named
            ):
                message = f"the header «{text_of(head)}» does not say of what (scope)"
                yield warning("PAGE-165", message, head)
