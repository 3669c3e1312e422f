"""One pass over an article that reports every fault with the id of its node."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import PurePosixPath
from typing import assert_never
from urllib.parse import urlsplit

from render.findings import Finding, Place, Severity
from render.language import canonical
from render.model.article import Article, Asset, Meta, Note
from render.model.grid import is_grid
from render.model.nodes import (
    Decorative,
    Described,
    Embed,
    Figure,
    Image,
    Item,
    Link,
    List,
    Math,
    Media,
    Missing,
    NoteRef,
    Quote,
    Section,
    Span,
    Table,
)
from render.model.walk import AnyNode, children, plain_text, walk

NESTING_LIMIT = 32
ALT_LIMIT = 300
TITLE_LIMIT = 300
SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})

_WRITE_ALT = "say what the image says, or mark it as decorative"
_NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_FILE_NAME = re.compile(r".{1,80}\.(png|jpe?g|gif|webp|svg|avif|tiff?|bmp)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(img|dsc|dscn|image|photo|screenshot|capture)[\s_-]*\d+", re.IGNORECASE)
_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def validate(article: Article) -> tuple[Finding, ...]:
    """All faults of an article, in reading order; an article without any gives none."""
    return tuple(chain(_in_meta(article), _in_whole(article), _in_nodes(article)))


def _error(number: int, message: str, node: str, hint: str = "") -> Finding:
    return Finding(f"MODEL-{number:03}", Severity.ERROR, message, hint, Place(node=node))


def _warning(number: int, message: str, node: str, hint: str = "") -> Finding:
    return Finding(f"MODEL-{number:03}", Severity.WARNING, message, hint, Place(node=node))


def _in_meta(article: Article) -> Iterator[Finding]:
    meta = article.meta
    title = plain_text(meta.title).strip()
    if not title:
        yield _error(1, "the title is empty", "title", "every edition needs a title")
    elif len(title) > TITLE_LIMIT:
        yield _warning(
            2,
            f"the title has {len(title):,} characters, more than {TITLE_LIMIT}",
            "title",
            "shorten it; what else it says can be the deck",
        )
    yield from _wrong_lang(meta.lang, "meta")
    yield from _wrong_dates(meta)
    yield from _wrong_address(meta.canonical_url, "meta")
    for author in meta.authors:
        if not author.name.strip():
            yield _error(4, "an author has no name", "meta")
        yield from _wrong_address(author.url, "meta")


def _wrong_dates(meta: Meta) -> Iterator[Finding]:
    for field, value in (("published", meta.published), ("modified", meta.modified)):
        if value is not None and not _is_date(value):
            yield _error(
                3, f"'{value[:40]}' is no ISO 8601 date ({field})", "meta", "write it as 2026-03-31"
            )


def _is_date(value: str) -> bool:
    if _PARTIAL_DATE.fullmatch(value):
        return True
    try:
        date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _in_whole(article: Article) -> Iterator[Finding]:
    names = [node.id for node in walk(article) if node.id]
    for name, count in Counter(names).items():
        if count > 1:
            yield _error(5, f"the id '{name[:60]}' is used {count} times", name)
    yield from _wrong_assets(article)
    yield from _too_deep(article)


def _wrong_assets(article: Article) -> Iterator[Finding]:
    declared = Counter(asset.id for asset in article.assets)
    for name, count in declared.items():
        if count > 1:
            yield _error(6, f"the asset '{name}' is declared {count} times", "")
    for node in walk(article):
        for name in _assets_of(node):
            if name not in declared:
                yield _error(7, f"there is no asset '{name[:60]}'", node.id or "")


def _assets_of(node: AnyNode) -> Iterator[str]:
    if isinstance(node, Image):
        yield node.asset
    elif isinstance(node, Media):
        yield node.asset
        yield from (track.asset for track in node.tracks)


def _too_deep(article: Article) -> Iterator[Finding]:
    stack: list[tuple[AnyNode, int]] = [
        (node, 1) for node in (*article.meta.title, *article.body, *article.notes)
    ]
    while stack:
        node, depth = stack.pop()
        if depth == NESTING_LIMIT + 1:
            yield _warning(
                8,
                f"nested more than {NESTING_LIMIT} levels deep",
                node.id or "",
                "unwrap the innermost lists, tables or quotations",
            )
        else:
            stack.extend((child, depth + 1) for child in children(node))


def _in_nodes(article: Article) -> Iterator[Finding]:
    notes = {note.id for note in article.notes}
    assets = {asset.id: asset for asset in article.assets}
    for node in walk(article):
        name = node.id or ""
        if node.id is not None and not _NCNAME.fullmatch(node.id):
            yield _error(9, f"the id '{node.id[:60]}' is not an XML name", name)
        if node.lang is not None:
            yield from _wrong_lang(node.lang, name)
        if isinstance(node, NoteRef) and node.note not in notes:
            yield _error(10, f"there is no note '{node.note[:60]}'", name)
        if isinstance(node, Image):
            yield from _wrong_alt(node, assets.get(node.asset))
        if isinstance(node, Note) and not node.id:
            yield _error(22, "a note has no id", name)
        if isinstance(node, Figure) and not node.content:
            yield _error(23, "a figure holds nothing", name)
        yield from _wrong_node(node, name)


def _wrong_node(node: AnyNode, name: str) -> Iterator[Finding]:
    match node:
        case Link():
            yield from _wrong_link(node, name)
        case Section() if not plain_text(node.heading).strip():
            yield _error(13, "the heading of a section is empty", name)
        case Math() if not node.alt.strip():
            yield _error(14, "a formula has no words to read it by", name)
        case Embed():
            yield from _wrong_embed(node, name)
        case Span(kind="sentence"):
            yield from _wrong_sentence(node, name)
        case List() | Item():
            yield from _wrong_numbers(node, name)
        case Table():
            yield from _wrong_table(node, name)
        case Quote():
            yield from _wrong_address(node.cite, name)
        case _:
            return


def _wrong_link(node: Link, name: str) -> Iterator[Finding]:
    yield from _wrong_address(node.href, name)
    if not plain_text(node.children).strip():
        yield _error(12, f"the link to '{node.href[:60]}' has no text", name)
    if any(isinstance(inner, Link) for inner in walk(node) if inner is not node):
        yield _error(12, "a link stands inside a link", name)


def _wrong_embed(node: Embed, name: str) -> Iterator[Finding]:
    yield from _wrong_address(node.href, name)
    if not node.children:
        yield _error(15, "embedded content has no words to stand for it", name)


def _wrong_sentence(node: Span, name: str) -> Iterator[Finding]:
    inner = (found for found in walk(node) if found is not node)
    if any(isinstance(found, Span) and found.kind == "sentence" for found in inner):
        yield _error(16, "a sentence stands inside a sentence", name)


def _wrong_numbers(node: List | Item, name: str) -> Iterator[Finding]:
    number = node.start if isinstance(node, List) else node.value
    if number is not None and abs(number) >= 2**31:
        yield _warning(17, f"the list number {number} is too large to be shown", name)
    if isinstance(node, List) and not node.items:
        yield _error(18, "a list has no items", name)


def _wrong_table(node: Table, name: str) -> Iterator[Finding]:
    if not node.rows:
        yield _error(19, "a table has no rows", name)
    elif not any(cell.header for row in node.rows for cell in row.cells):
        yield _warning(20, "a table has no header cells", name, "mark them in the source")
    if not is_grid(node):
        yield _error(21, "the spans of a table do not make a grid", name)


def _wrong_alt(node: Image, asset: Asset | None) -> Iterator[Finding]:
    name = node.id or ""
    match node.alt:
        case Decorative():
            return
        case Missing():
            yield _warning(25, "an image has no text alternative", name, _WRITE_ALT)
        case Described(text=text) if not text.strip():
            yield _warning(25, "the text alternative of an image is empty", name, _WRITE_ALT)
        case Described(text=text) if _is_file_name(text, asset):
            yield _warning(
                26, f"the text alternative '{text[:60]}' is a file name", name, _WRITE_ALT
            )
        case Described(text=text) if len(text) > ALT_LIMIT:
            yield _warning(
                27,
                f"the text alternative has {len(text):,} characters, more than {ALT_LIMIT}",
                name,
                "keep the gist there and move the rest to an extended description",
            )
        case Described():
            return
        case _:
            assert_never(node.alt)


def _is_file_name(text: str, asset: Asset | None) -> bool:
    base = PurePosixPath(asset.href or "").name if asset else ""
    stems = {base.lower(), PurePosixPath(base).stem.lower()} - {""}
    patterns = (_FILE_NAME, _CAMERA_NAME)
    return text.strip().lower() in stems or any(p.fullmatch(text.strip()) for p in patterns)


def _wrong_lang(tag: str, name: str) -> Iterator[Finding]:
    if canonical(tag) != tag:
        yield _error(11, f"'{tag[:40]}' is not a canonical language tag", name, "as in fr or en-GB")


def _wrong_address(href: str | None, name: str) -> Iterator[Finding]:
    if href is None:
        return
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        scheme = "malformed"
    if scheme not in SCHEMES or not href.strip():
        yield _error(24, f"the address '{href[:60]}' cannot be followed", name)
