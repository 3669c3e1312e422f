"""EDITION.toml: what it may say, and what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from render.errors import InputError
from render.language import canonical, suggestion


class ArticleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article, or all that a pattern names, with what overrides the input."""

    file: str
    title: str | None = None
    deck: str | None = None
    byline: str | None = None
    lang: str | None = None
    rights: str | None = None
    select: str | None = None
    encoding: str | None = None
    keep: Literal["article", "all"] = "article"
    reader: str | None = None


class SectionEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section; articles are names of files, patterns, or tables."""

    title: str
    articles: tuple[str | ArticleEntry, ...]
    lang: str | None = None


class CoverEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The picture of the cover and what it shows."""

    file: str
    alt: str


class PrintEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The print edition, for what differs from the other formats.

    `layout` is a theme and a page size that belong together; each may be named instead.
    """

    layout: Literal["broadsheet", "tabloid", "magazine"] | None = None
    theme: str | None = None
    page_size: str | None = None
    cmyk_profile: str | None = None
    crop_marks: bool = False

    def theme_or(self, other: str) -> str:
        """The theme named, else that of the layout, else the other one."""
        return self.theme or (_THEMES[self.layout] if self.layout else other)

    @property
    def size(self) -> str:
        """The page size named, else that of the layout, which has its name."""
        return self.page_size or self.layout or "a4"


_THEMES = {"broadsheet": "broadsheet", "tabloid": "broadsheet", "magazine": "magazine"}


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. Names of files are relative to its folder."""

    title: str
    lang: str
    deck: str | None = None
    date: str | None = None
    issue: str | int | None = None
    publisher: str | None = None
    rights: str | None = None
    identifier: str | None = None
    cover: CoverEntry | None = None
    articles: tuple[str | ArticleEntry, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    print: PrintEntry = PrintEntry()


def read_settings(data: bytes, name: str) -> Settings:
    """The settings of an edition. Raises InputError naming the place and the fault."""
    try:
        settings = msgspec.convert(_plain(tomllib.loads(data.decode("utf-8-sig"))), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{name} is not TOML: {error}", hint="correct the line it names") from None
    except msgspec.ValidationError as error:
        raise InputError(
            f"{name}: {_lowered(str(error))}",
            hint="an edition has title, lang, date, issue, publisher, rights, cover, "
            "and sections with a title and articles",
        ) from None
    _refuse_unusable(settings, name)
    if not settings.articles and not any(section.articles for section in settings.sections):
        raise InputError(
            f"{name} names no article", hint="add [[sections]] with title and articles"
        )
    empty = next((each for each in settings.sections if not each.articles), None)
    if empty:
        raise InputError(f"{name}: the section '{empty.title}' has no articles")
    return settings


def _refuse_unusable(settings: Settings, name: str) -> None:
    """Raise InputError for a title or a language that would fail later, without the file's name."""
    if not settings.title.strip():
        raise InputError(f"{name}: 'title' is empty", hint='write title = "The Week"')
    for owner, lang in _languages(settings):
        if lang is not None and canonical(lang) is None:
            meant = suggestion(lang)
            raise InputError(
                f"{name}: 'lang'{owner} is '{lang[:40]}', which is no language tag",
                hint=f'write lang = "{meant}"'
                if meant
                else "give it as a BCP 47 tag, such as fr or pt-BR",
            )


def _languages(settings: Settings) -> Iterator[tuple[str, str | None]]:
    """Every language that the file names, with whose it is."""
    yield "", settings.lang
    for section in settings.sections:
        yield f" of the section '{section.title}'", section.lang
    for articles in (settings.articles, *(section.articles for section in settings.sections)):
        for each in articles:
            if isinstance(each, ArticleEntry):
                yield f" of '{each.file}'", each.lang


def _plain(table: dict[str, Any]) -> dict[str, Any]:
    # A date may be written as TOML's own, without quotation marks.
    dated = hasattr(table.get("date"), "isoformat")
    return table | {"date": table["date"].isoformat()} if dated else table


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
