"""The edition as one article: sections that hold articles as sections of their own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from render.edition.ids import prefixed
from render.edition.parts import Part
from render.model import Article, Author, Block, Paragraph, Section


def whole(parts: tuple[Part, ...]) -> Article:
    """All words of all parts in reading order, with the front page's metadata.

    For whatever asks nothing of single articles: sound, and the checks of every file. Its
    authors are those of all articles, each once; its rights are those of the edition, then
    those of the articles that have others.
    """
    front, *rest = parts
    renamed = [(part, prefixed(part.article, part.prefix)) for part in rest]
    articles = [front.article, *(article for _, article in renamed)]
    return Article(
        meta=replace(front.article.meta, authors=tuple(_authors(articles)), rights=_rights(parts)),
        body=(*front.article.body, *_sections(renamed)),
        notes=tuple(note for article in articles for note in article.notes),
        assets=tuple(asset for article in articles for asset in article.assets),
        lexicon=tuple(dict.fromkeys(each for article in articles for each in article.lexicon)),
    )


def _authors(articles: Iterable[Article]) -> Iterable[Author]:
    by_name: dict[str, Author] = {}
    for article in articles:
        for author in article.meta.authors:
            by_name.setdefault(author.name, author)
    return by_name.values()


def _rights(parts: tuple[Part, ...]) -> str | None:
    front, *rest = parts
    of_all = front.article.meta.rights
    own = [(part.article.meta.rights, part.title) for part in rest]
    others = [f"{rights} ({title})" for rights, title in own if rights not in (None, of_all)]
    return " ".join(filter(None, (of_all, *others))) or None


def _sections(renamed: list[tuple[Part, Article]]) -> tuple[Block, ...]:
    found: list[Section] = []
    for part, article in renamed:
        section = _section(part, article)
        if part.level == 2:
            found.append(section)
        else:
            found[-1] = replace(found[-1], children=(*found[-1].children, section))
    return tuple(found)


def _section(part: Part, article: Article) -> Section:
    meta = article.meta
    deck = (Paragraph(id=f"{part.prefix}deck", children=meta.deck),) if meta.deck else ()
    return Section(
        id=part.id,
        lang=meta.lang,
        dir=meta.dir,
        heading=meta.title,
        children=(*deck, *article.body),
    )
