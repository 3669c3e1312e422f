"""Reading an edition: its file, and every article that it names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from render.assets import load_assets
from render.dates import iso_date
from render.edition import Settings, read_settings
from render.edition.settings import ArticleEntry
from render.errors import InputError, RenderError, UsageError
from render.findings import Finding
from render.model import Article, Asset, Described, Edition, EditionSection, Image, Meta, Text
from render.pipeline.order import read
from render.pipeline.patterns import is_pattern, matching
from render.pipeline.progress import Progress, quiet
from render.pipeline.source import open_file
from render.reading import Reading, ReadOptions, Source


@dataclass(frozen=True, slots=True)
class EditionReading:
    """An edition as it was read, with the account of each reading.

    `names` are those of the articles' files as the edition has them, in order.
    """

    settings: Settings
    edition: Edition
    names: tuple[str, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...] = ()


def read_edition(
    file: Path, progress: Progress = quiet, output: Path | None = None
) -> EditionReading:
    """Read EDITION.toml and every article it names; its patterns take nothing from `output`.

    Raises InputError for a fault in it and for an article that cannot be read: without one
    of its articles it would be another edition.
    """
    source, _ = open_file(str(file))
    settings, folder = read_settings(source.data, source.name), file.parent
    names: list[str] = []
    taken: set[str] = set()
    readings: list[Reading] = []
    sections: list[EditionSection] = []
    for title, lang, listed in _sections(settings):
        first = len(readings)
        for entry in _entries(listed, folder, taken, output):
            readings.append(_read(entry, folder, progress))
            names.append(entry.file)
        articles = tuple(reading.article for reading in readings[first:])
        if not articles:
            raise InputError(
                f"{source.name}: the section '{title}' has no articles of its own",
                hint="its patterns fit only files that were named before; name others",
            )
        sections.append(EditionSection(title=title, lang=lang, articles=articles))
    edition, findings = _edition(settings, tuple(sections), folder, source)
    return EditionReading(settings, edition, tuple(names), tuple(readings), findings)


def _sections(
    settings: Settings,
) -> Iterator[tuple[str, str | None, tuple[str | ArticleEntry, ...]]]:
    if settings.articles:
        yield "", None, settings.articles
    for section in settings.sections:
        yield section.title, section.lang, section.articles


def _entries(
    listed: tuple[str | ArticleEntry, ...], folder: Path, taken: set[str], output: Path | None
) -> Iterator[ArticleEntry]:
    """An entry for each file; those that a pattern names in the order of their names.

    A pattern leaves out what was `taken` before it, to which each file is added.
    """
    for each in listed:
        entry = each if isinstance(each, ArticleEntry) else ArticleEntry(file=each)
        if not is_pattern(entry.file, folder):
            taken.add(os.path.abspath(folder / entry.file))  # noqa: PTH100 (of any text)
            yield entry
            continue
        found = list(matching(entry.file, folder, output))
        if not found:
            raise InputError(
                f"no file fits the pattern '{entry.file}'", hint=f"look into '{folder}'"
            )
        for name in found:
            file = os.path.abspath(folder / name)  # noqa: PTH100
            if file not in taken:
                taken.add(file)
                yield replace(entry, file=name)


def _read(entry: ArticleEntry, folder: Path, progress: Progress) -> Reading:
    said = ReadOptions(
        title=entry.title,
        deck=entry.deck,
        byline=entry.byline,
        lang=entry.lang,
        select=entry.select,
        encoding=entry.encoding,
        keep_all=entry.keep == "all",
    )
    try:
        source, beside = open_file(str(folder / entry.file))
        reading = read(source, said, reader=entry.reader, folder=beside, progress=progress)
    except RenderError as error:
        raise named(entry.file, error) from error
    if entry.rights is None:
        return reading
    article = reading.article
    rights = replace(article, meta=replace(article.meta, rights=entry.rights))
    return Reading(rights, reading.decisions, reading.dropped, reading.findings)


def named(file: str, error: RenderError) -> RenderError:
    """The error with the file before it as the edition names it, where it does not say that.

    Readers say the bare name, which articles of other folders may have too.
    """
    if file in error.message:
        return error
    message = error.message.removeprefix(f"{Path(file).name}: ")
    return type(error)(f"{file}: {message}", hint=error.hint)


def _edition(
    settings: Settings, sections: tuple[EditionSection, ...], folder: Path, source: Source
) -> tuple[Edition, tuple[Finding, ...]]:
    cover = settings.cover
    image = Image(asset="cover", alt=Described(text=cover.alt)) if cover else None
    assets = (Asset(id="cover", href=cover.file),) if cover else ()
    # Loaded as any picture of an article is: from inside the folder, decoded and made clean.
    carrier = Article(
        meta=Meta(title=(Text(value=settings.title),), lang=settings.lang, cover=image),
        assets=assets,
    )
    loaded, findings = load_assets(carrier, folder, source)
    edition = Edition(
        title=settings.title,
        lang=settings.lang,
        sections=sections,
        date=_date(settings, source.name),
        issue=None if settings.issue is None else str(settings.issue),
        publisher=settings.publisher,
        cover=image,
        deck=settings.deck,
        rights=settings.rights,
        identifier=settings.identifier,
        assets=loaded.assets,
    )
    return edition, findings


def _date(settings: Settings, name: str) -> str | None:
    if settings.date is None:
        return None
    written = str(settings.date)
    found = iso_date(written)
    if found is None:
        raise UsageError(f"{name}: '{written}' is no date", hint="write date = 2026-03-31")
    return found
