"""An edition in the theme's print frame: front page, contents, sections and articles."""

from __future__ import annotations

from typing import Any

from render import markup
from render.edition import Part, groups, inherited_rights, prefixed
from render.labels import labels_for
from render.language import direction
from render.markup import Dialect
from render.model import Article
from render.plugins import Job
from render.renderers.pdf.frame import fitting, render_template, title, trusted
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.resources import SCHEME

_FRAME = "edition.html.j2"


def document_of_parts(job: Job, options: PdfOptions) -> str:
    """The HTML of the edition, with assets as `asset:ID`, and in all of it no id twice."""
    front, *rest = job.parts
    lang, dialect = front.article.meta.lang, _dialect(front, job.article)
    values = {
        "lang": lang,
        "dir": direction(lang),
        "edition": options.edition,
        "title": title(front.article),
        "labels": labels_for(lang),
        "contents": _contents(job.parts, lang),
        "front": trusted(markup.header(front.article, dialect)),
        "cover": trusted(markup.cover(front.article, dialect)),
        "publisher": front.article.meta.publisher or "",
        "parts": _parts(rest, front.article, job.article),
    }
    return render_template(job, values, _FRAME)


def _contents(parts: tuple[Part, ...], lang: str) -> list[dict[str, Any]]:
    """The contents list: sections with their articles, each in its language."""
    entries: list[dict[str, Any]] = []
    for group in groups(parts):
        articles = [_entry(part, lang) for part in group.articles]
        if group.opening:
            entries.append(_entry(group.opening, lang) | {"children": articles})
        else:
            entries += articles
    return entries


def _entry(part: Part, lang: str) -> dict[str, Any]:
    own = part.article.meta.lang
    return {
        "id": part.title_id,
        "text": part.title,
        "lang": own if own != lang else "",
        "dir": direction(own),
        "children": [],
    }


def _parts(parts: list[Part], front: Article, whole: Article) -> list[dict[str, Any]]:
    written = []
    section = ""
    for part in parts:
        if part.kind == "section":
            section = part.title
        article, dialect = prefixed(part.article, part.prefix), _dialect(part, whole)
        meta = article.meta
        head = fitting(meta.short_title or part.title)
        is_inner = part.kind == "article" and part.level > 2
        written.append(
            {
                "id": part.id,
                "kind": part.kind,
                "lang": meta.lang,
                "dir": meta.dir or direction(meta.lang),
                "running_head": f"{section} · {head}" if is_inner else head,
                "header": trusted(markup.header(article, dialect)),
                "body": trusted(markup.body(article, dialect)),
                "notes": trusted(markup.notes(article, dialect)),
                "rights": trusted(markup.rights(article, dialect, inherited_rights(part, front))),
            }
        )
    return written


def _dialect(part: Part, whole: Article) -> Dialect:
    return Dialect(
        labels=labels_for(part.article.meta.lang),
        xhtml=True,
        asset_url={asset.id: f"{SCHEME}{asset.id}" for asset in whole.assets if asset.data},
        title_level=part.level,
        prefix=part.prefix,
    )
