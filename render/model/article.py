"""An article: its metadata, body, notes, assets and lexicon; and an edition of articles."""

from __future__ import annotations

from typing import Literal

import msgspec

from render.model.nodes import Block, Direction, Image, Inline, Node

SCHEMA_VERSION = "1"


class Author(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Who made the article; `role` is free text such as `photographer`."""

    name: str
    kind: Literal["person", "organisation"] = "person"
    role: str | None = None
    url: str | None = None
    sort_name: str | None = None


class Conformance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim that a named certifier makes; written only when every check passes."""

    standard: str
    certifier: str
    report_url: str | None = None


class Meta(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is said about the article.

    `lang` is a BCP 47 tag and is required. `published` and `modified` are ISO 8601
    dates or date-times. `hazards` uses the EPUB Accessibility terms; empty means
    unknown. Access modes, features and summaries are derived, never stored.
    """

    title: tuple[Inline, ...]
    lang: str
    dir: Direction | None = None
    short_title: str | None = None
    kicker: str | None = None
    deck: tuple[Inline, ...] = ()
    authors: tuple[Author, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    place: str | None = None
    canonical_url: str | None = None
    source: str | None = None
    rights: str | None = None
    licence: str | None = None
    identifier: str | None = None
    issue: str | None = None
    page: str | None = None
    cover: Image | None = None
    hazards: tuple[str, ...] = ()
    conformance: Conformance | None = None


class Note(Node, tag="note", frozen=True):
    """A footnote or endnote; `NoteRef.note` names its id, which is required."""

    children: tuple[Block, ...]


class Asset(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A file the article uses.

    Readers give `href` as written; the assets step fills `data`, `sha256` and
    the measures (pixels, seconds) from inside the article's folder.
    """

    id: str
    href: str | None = None
    data: bytes | None = None
    media_type: str | None = None
    sha256: str | None = None
    width_px: int | None = None
    height_px: int | None = None
    duration_s: float | None = None
    credit: str | None = None
    licence: str | None = None
    lang: str | None = None


class Pronunciation(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """How a written form is said: as an alias (ordinary spelling) or in IPA."""

    grapheme: str
    lang: str
    alias: str | None = None
    ipa: str | None = None


class Article(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    weakref=True,
):
    """One article, the value that every room reads."""

    meta: Meta
    body: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    assets: tuple[Asset, ...] = ()
    lexicon: tuple[Pronunciation, ...] = ()
    schema_version: str = SCHEMA_VERSION


class EditionSection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of articles in an edition; with an empty title it has no heading of its own.

    `lang` is the language of the title where it is not the edition's.
    """

    title: str
    articles: tuple[Article, ...]
    lang: str | None = None


class Edition(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Several articles issued together; one article is an edition of one."""

    title: str
    lang: str
    sections: tuple[EditionSection, ...]
    date: str | None = None
    issue: str | None = None
    publisher: str | None = None
    cover: Image | None = None
    deck: str | None = None
    rights: str | None = None
    identifier: str | None = None
    assets: tuple[Asset, ...] = ()
