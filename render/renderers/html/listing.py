"""The index of an edition: its sections, and under each the articles with their own pages."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from markupsafe import Markup

from render.edition import Group, Part, groups
from render.labels import Labels, labels_for
from render.language import direction
from render.model.walk import plain_text
from render.plugins import Job


def front(job: Job) -> Job:
    """The job of the index page: the front page's article, with the parts to be listed."""
    return replace(job, article=job.parts[0].article, narration=None, pagination=None)


def labels_of(job: Job) -> Labels:
    """The words of the interface: those of an issue, where there are parts."""
    labels = labels_for(job.article.meta.lang)
    if not job.parts:
        return labels
    return replace(labels, listen=labels.listen_edition, about=labels.about_edition)


def listing(parts: tuple[Part, ...]) -> Markup:
    """Each section with the articles in it: title, standfirst and authors."""
    lang = parts[0].article.meta.lang
    return Markup("\n").join(_group(group, lang) for group in groups(parts))


def _group(group: Group, lang: str) -> Markup:
    items = Markup("\n").join(_item(part, lang) for part in group.articles)
    listed = Markup('<ul class="index">\n{}\n</ul>').format(items)
    if group.opening is None:
        return listed
    heading = Markup('<h2 id="{id}-h"{lang}>{title}</h2>').format(
        id=group.opening.id, lang=_language(group.opening, lang), title=group.opening.title
    )
    named = Markup('<section id="{0}" aria-labelledby="{0}-h">').format(group.opening.id)
    return named + Markup("\n").join((heading, listed, Markup("</section>")))


def _item(part: Part, lang: str) -> Markup:
    meta = part.article.meta
    # Not on the item: its mark would go to the other side of the page for Arabic.
    own = _language(part, lang)
    link = Markup('<a href="{}"{}>{}</a>').format(quote(f"{part.slug}.html"), own, part.title)
    said = (" ".join(plain_text(meta.deck).split()), ", ".join(each.name for each in meta.authors))
    rest = (Markup("<p{}>{}</p>").format(own, words) for words in said if words)
    return Markup('<li id="{}">{}{}</li>').format(part.id, link, Markup("").join(rest))


def _language(part: Part, lang: str) -> Markup:
    own = part.article.meta.lang
    if own == lang:
        return Markup("")
    dir_ = part.article.meta.dir or direction(own)
    return Markup(' lang="{}" dir="{}"').format(own, dir_)
