"""The documents of an edition: one for the front page, for each section and for each article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from render.edition import Part, groups, inherited_rights, within
from render.language import direction
from render.plugins import Job
from render.renderers.epub.content import Content, Place, content
from render.renderers.epub.documents import Frame
from render.renderers.epub.entries import Entry, dc
from render.renderers.epub.navigation import Target


def content_of_parts(job: Job, frame: Frame, asset_urls: Mapping[str, str]) -> Content:
    """All documents in order, and the contents by section; the text starts after the front page.

    Each article keeps the ids that it has alone: a document is a world of its own.
    """
    made = {part.id: _content(part, job, frame, asset_urls) for part in job.parts}
    contents = list(made[job.parts[0].id].contents)
    for group in groups(job.parts):
        articles = tuple(made[part.id].contents[0] for part in group.articles)
        if group.opening:
            contents.append(_above(made[group.opening.id].contents[0], articles))
        else:
            contents += articles
    documents = tuple(document for each in made.values() for document in each.documents)
    return Content(documents, tuple(contents), made[job.parts[1].id].start)


def languages(parts: tuple[Part, ...]) -> tuple[Entry, ...]:
    """The languages of the articles that are not the edition's own."""
    every = dict.fromkeys(part.article.meta.lang for part in parts)
    return tuple(dc("language", lang) for lang in every if lang != parts[0].article.meta.lang)


def _content(part: Part, job: Job, frame: Frame, asset_urls: Mapping[str, str]) -> Content:
    meta = part.article.meta
    dir_ = meta.dir if meta.dir in {"ltr", "rtl"} else direction(meta.lang)
    own = {
        key.removeprefix(part.prefix): url
        for key, url in asset_urls.items()
        if key.startswith(part.prefix)
    }
    return content(
        part.article,
        replace(frame, lang=meta.lang, dir=dir_),
        own,
        within(job.pagination, part),
        Place(
            part.id,
            is_front=part.kind == "front",
            title_level=part.level,
            prefix=part.prefix,
            rights=inherited_rights(part, job.parts[0].article),
        ),
    )


def _above(section: Target, articles: tuple[Target, ...]) -> Target:
    return replace(section, children=(*section.children, *articles))
