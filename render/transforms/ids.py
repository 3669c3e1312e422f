"""Ids: one for every node that renders as an element, the same on every run.

`sec-1`, `p-1`, `list-1`, `fig-1` and so on, numbered by kind in reading order; items
`list-1-i2`, cells `tbl-1-r1c2`. An id the source gave is kept when it is an ASCII XML
name, is not taken and is not of a form that renderers make themselves.
"""

import re
from collections import Counter
from typing import Any

from msgspec.structs import replace

from render.findings import Finding, Severity
from render.model import (
    Article,
    Aside,
    Break,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Entry,
    Figure,
    Image,
    Item,
    Link,
    List,
    Math,
    Media,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Term,
    Verse,
    VerseLine,
)
from render.model.walk import AnyNode, N, rewrite, walk

_PREFIXES: dict[type[Any], str] = {
    Section: "sec",
    Paragraph: "p",
    List: "list",
    DefinitionList: "dl",
    Quote: "quote",
    Verse: "verse",
    Figure: "fig",
    Image: "img",
    Media: "media",
    Table: "tbl",
    Code: "code",
    Math: "math",
    Aside: "aside",
    Embed: "embed",
    Break: "break",
    Note: "note",
}
_PARTS = (Item, VerseLine, Entry, Term, Definition, Row, Cell)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]{0,99}")
# Made by renderers: from a node's id, or for the frame around the article.
_MADE = re.compile(
    r".*-(h|caption|credit|attribution|s\d+|ref\d*|back\d*)|page-.*|(title|deck|byline)(-.*)?"
    r"|kicker|dateline|rights|main|content|contents|toc|nav|player|notes|cover|landmarks"
    r"|page-list|article|top"
)


def assign_ids(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with an id on every node, and links and note calls following renamed ones."""
    ids = _Ids(frozenset(node.id for node in walk(article) if node.id))
    with_ids = rewrite(article, enter=ids.give)
    return rewrite(with_ids, enter=ids.follow), tuple(ids.findings)


class _Ids:
    """The names given so far; one walk in reading order fills it."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self.taken: set[str] = set()
        self.renamed: dict[str, str] = {}
        self.findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def give(self, node: AnyNode) -> AnyNode:
        prefix = _PREFIXES.get(type(node))
        if prefix is not None:
            return self._with_parts(self._named(node, prefix))
        # Parts were named with their parent, sentences are by who makes them; other
        # inlines need no id of their own but keep what the source gave.
        named_elsewhere = isinstance(node, _PARTS) or (
            isinstance(node, Span) and node.kind == "sentence"
        )
        return node if node.id is None or named_elsewhere else self._named(node, "")

    def follow(self, node: AnyNode) -> AnyNode:
        match node:
            case NoteRef() if node.note in self.renamed:
                return replace(node, note=self.renamed[node.note])
            case Link() if node.href[:1] == "#" and node.href[1:] in self.renamed:
                return replace(node, href=f"#{self.renamed[node.href[1:]]}")
            case _:
                return node

    def _named(self, node: AnyNode, prefix: str) -> AnyNode:
        name = self._kept(node.id)
        if name is None and prefix:
            name = self._next(prefix)
        if name == node.id:
            return node
        if node.id and name is not None and node.id not in self.taken:
            # A second holder of one id is nobody's target: the first keeps links and notes.
            self.renamed.setdefault(node.id, name)
        return replace(node, id=name)

    def _kept(self, wanted: str | None) -> str | None:
        if wanted is None:
            return None
        if wanted in self.taken:
            self._report("PREP-002", f"the id '{wanted[:60]}' is used twice; the first keeps it")
            return None
        if not _NAME.fullmatch(wanted) or _MADE.fullmatch(wanted):
            return None
        self.taken.add(wanted)
        return wanted

    def _next(self, prefix: str) -> str:
        while True:
            self._counts[prefix] += 1
            name = f"{prefix}-{self._counts[prefix]}"
            if name not in self.taken and name not in self._wanted:
                self.taken.add(name)
                return name

    def _part(self, node: N, name: str) -> N:
        kept = self._kept(node.id)
        while kept is None and (name in self.taken or name in self._wanted):
            name += "x"
        self.taken.add(kept or name)
        if node.id and kept is None and node.id not in self.taken:
            self.renamed.setdefault(node.id, name)
        return node if kept else replace(node, id=name)

    def _with_parts(self, node: AnyNode) -> AnyNode:
        match node:
            case List():
                items = tuple(
                    self._part(item, f"{node.id}-i{n}") for n, item in enumerate(node.items, 1)
                )
                return replace(node, items=items)
            case Verse():
                lines = tuple(
                    self._part(line, f"{node.id}-l{n}") for n, line in enumerate(node.lines, 1)
                )
                return replace(node, lines=lines)
            case DefinitionList():
                return self._with_entries(node)
            case Table():
                return self._with_cells(node)
            case _:
                return node

    def _with_entries(self, node: DefinitionList) -> DefinitionList:
        entries = []
        terms = definitions = 0
        for number, entry in enumerate(node.entries, 1):
            parts = {
                "terms": tuple(
                    self._part(term, f"{node.id}-t{n}")
                    for n, term in enumerate(entry.terms, terms + 1)
                ),
                "definitions": tuple(
                    self._part(definition, f"{node.id}-d{n}")
                    for n, definition in enumerate(entry.definitions, definitions + 1)
                ),
            }
            terms += len(entry.terms)
            definitions += len(entry.definitions)
            named = self._part(entry, f"{node.id}-e{number}")
            entries.append(replace(named, **parts))
        return replace(node, entries=tuple(entries))

    def _with_cells(self, node: Table) -> Table:
        rows = []
        for r, row in enumerate(node.rows, 1):
            cells = tuple(
                self._part(cell, f"{node.id}-r{r}c{c}") for c, cell in enumerate(row.cells, 1)
            )
            rows.append(replace(self._part(row, f"{node.id}-r{r}"), cells=cells))
        return replace(node, rows=tuple(rows))

    def _report(self, code: str, message: str) -> None:
        self.findings.append(Finding(code, Severity.WARNING, message))
