"""What every writer of markup needs to know about the article."""

from __future__ import annotations

import dataclasses
import re
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from render.markup.dialect import Dialect
from render.model import Article, Aside, Asset, Block, Image, Link, NoteRef
from render.model.walk import AnyNode, children, walk

# What stands around the text of an article.
_OWN = ("title", "kicker", "deck", "byline", "dateline", "rights")


@dataclass(frozen=True, slots=True)
class Context:
    """The article seen from one place in it.

    `level` is the level of the next heading. `hidden` is true inside what is hidden
    from assistive technology, where nothing may take the focus. `calls` counts the
    calls written of each note; it is None in an extended description, which may be in a
    file of its own: nothing leads back there. `blocks` ties the knot: lists, tables and
    figures hold blocks, and blocks are lists, tables and figures.
    """

    dialect: Dialect
    lang: str
    assets: Mapping[str, Asset]
    note_numbers: Mapping[str, int]
    targets: frozenset[str]
    linked: frozenset[str]
    calls: Counter[str] | None
    blocks: Callable[[Iterable[Block], Context], Markup]
    level: int = 2
    hidden: bool = False

    def deeper(self) -> Context:
        """The same, one heading level down."""
        return dataclasses.replace(self, level=self.level + 1)

    def concealed(self) -> Context:
        """The same, hidden from assistive technology."""
        return dataclasses.replace(self, hidden=True)

    def apart(self) -> Context:
        """The same, inside an extended description."""
        return dataclasses.replace(self, calls=None)

    def unused_id(self, wanted: str) -> str:
        """An id for an element of our own, whatever ids the article brings."""
        return unused(wanted, self.targets)


def context(
    article: Article,
    dialect: Dialect,
    blocks: Callable[[Iterable[Block], Context], Markup],
    *,
    written: Iterable[AnyNode] = (),
) -> Context:
    """The context of the article's top, after the nodes `written` elsewhere."""
    return Context(
        dialect=dialect,
        lang=article.meta.lang,
        assets={asset.id: asset for asset in article.assets},
        note_numbers={note.id or "": number for number, note in enumerate(article.notes, 1)},
        targets=element_ids(article, dialect.prefix),
        linked=_names(article).linked,
        calls=Counter(_notes_called(written)),
        blocks=blocks,
        level=dialect.title_level + 1,
    )


def described_images(article: Article) -> tuple[Image, ...]:
    """The pictures that have an extended description, in order."""
    tops = (*article.meta.title, *article.meta.deck, *article.body, *article.notes)
    return tuple(node for node in _shown(tops) if isinstance(node, Image) and node.description)


def element_ids(article: Article, prefix: str = "") -> frozenset[str]:
    """Every id that the elements of the article itself may have."""
    return _names(article).ids | {f"{prefix}{part}" for part in _OWN}


class _Names(NamedTuple):
    """The ids of an article's elements, without those of its head, and the ids it links to."""

    ids: frozenset[str]
    linked: frozenset[str]


# Each part of an article is written by itself, in each format: they were found 27 times.
_latest: list[tuple[weakref.ref[Article], _Names]] = []


def _names(article: Article) -> _Names:
    latest = _latest[0] if _latest else None
    if latest is not None and latest[0]() is article:
        return latest[1]
    names = _found_names(article)
    _latest[:] = [(weakref.ref(article), names)]
    return names


def _found_names(article: Article) -> _Names:
    ids: set[str] = set()
    linked: set[str] = set()
    for node in walk(article):
        if node.id:
            ids.add(node.id)
            ids.update(f"{node.id}-{run}" for run in ("h", "caption", "credit", "attribution"))
        if isinstance(node, Link) and node.href.startswith("#"):
            linked.add(node.href[1:])
    return _Names(frozenset(ids), frozenset(linked))


def unused(wanted: str, taken: frozenset[str]) -> str:
    """`wanted`, lengthened until no element of the article has it."""
    while wanted in taken:
        wanted += "-x"
    return wanted


def page_marker_id(label: str, taken: frozenset[str]) -> str:
    """The id of the marker of the printed page called `label`."""
    return unused("page-" + re.sub(r"[^\w.-]+", "-", label), taken)


def _notes_called(tops: Iterable[AnyNode]) -> Iterator[str]:
    for node in tops:
        if isinstance(node, NoteRef):
            yield node.note
        elif not (isinstance(node, Image) or _hidden(node)):
            yield from _notes_called(children(node))


def _shown(tops: Iterable[AnyNode]) -> Iterator[AnyNode]:
    for node in tops:
        if not _hidden(node):
            yield node
            yield from _shown(children(node))


def _hidden(node: AnyNode) -> bool:
    return isinstance(node, Aside) and node.repeats
