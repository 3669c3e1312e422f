"""From an edition to its parts: each article prepared as if it were alone, and placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from render.edition import Part
from render.errors import RenderError
from render.findings import Finding
from render.labels import labels_for
from render.model import Article, Edition, EditionSection, Meta, Text
from render.pipeline.edition_reading import named
from render.pipeline.slug import Slugs
from render.preparation import prepare


def parts_of(
    edition: Edition, names: tuple[str, ...], taken: Iterable[str] = ()
) -> tuple[tuple[Part, ...], tuple[Finding, ...]]:
    """The front page, then each section with its articles, and what preparing them found.

    `names` are the names of the articles' files; `taken` are names that no article may get.
    """
    maker = _Maker(iter(names), Slugs(taken))
    parts = [Part("front", maker.prepared(front_article(edition)))]
    for section in edition.sections:
        parts += maker.section(section, edition.lang)
    return tuple(parts), tuple(maker.findings)


def front_article(edition: Edition) -> Article:
    """The front page as an article without text: what the edition says of itself."""
    issue = f"{labels_for(edition.lang).issue} {edition.issue}" if edition.issue else None
    meta = Meta(
        title=(Text(value=edition.title),),
        lang=edition.lang,
        kicker=issue,
        deck=(Text(value=edition.deck),) if edition.deck else (),
        published=edition.date,
        publisher=edition.publisher,
        rights=edition.rights,
        identifier=edition.identifier,
        cover=edition.cover,
    )
    return Article(meta=meta, assets=edition.assets)


class _Maker:
    """Makes the parts in order, counting sections and articles."""

    def __init__(self, names: Iterator[str], slugs: Slugs) -> None:
        self.findings: list[Finding] = []
        self._names = names
        self._slugs = slugs
        self._articles = 0
        self._sections = 0

    def section(self, section: EditionSection, lang: str) -> Iterator[Part]:
        if section.title:
            self._sections += 1
            meta = Meta(title=(Text(value=section.title),), lang=section.lang or lang)
            opening = self.prepared(Article(meta=meta))
            yield Part("section", opening, f"s{self._sections}-", 2)
        for article in section.articles:
            yield self._article(article, level=3 if section.title else 2)

    def _article(self, article: Article, *, level: int) -> Part:
        self._articles += 1
        name = next(self._names)
        try:
            ready = self.prepared(article)
        except RenderError as error:
            raise named(name, error) from error
        stem = self._slugs.give(Path(name).stem)
        return Part("article", ready, f"a{self._articles}-", level, stem)

    def prepared(self, article: Article) -> Article:
        made = prepare(article)
        self.findings += made.findings
        return made.article
