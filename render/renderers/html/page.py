"""The values that the theme's frame shows, and the frame filled in."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from render import markup
from render.labels import Labels
from render.language import direction
from render.markup import Dialect, OutlineEntry
from render.model import Article, Asset
from render.model.walk import plain_text
from render.pagination import page_starts
from render.plugins import Job
from render.renderers.html.editions import Edition, audio_editions, other_editions
from render.renderers.html.facts import Fact, facts
from render.renderers.html.linked_data import linked_data, one_line
from render.renderers.html.listing import labels_of, listing
from render.renderers.html.options import HtmlOptions
from render.renderers.html.policy import POLICY
from render.renderers.html.preferences import preferences
from render.renderers.html.read_along import player

if TYPE_CHECKING:
    from render.theme import FontFace, Theme

_FRAME = "page.html.j2"


@dataclass(frozen=True, slots=True)
class SkipLink:
    """The id a skip link leads to, and its words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the frame shows. Markup is safe; plain strings are escaped by the frame.

    `in_labels` is the language attribute of words of the interface, where it is not
    the article's.
    """

    lang: str
    dir: str
    title: str
    publisher: str
    policy: str
    metadata: Markup
    style: Markup
    script: Markup
    in_labels: Markup
    skip_links: tuple[SkipLink, ...]
    content_id: str
    contents_id: str
    player_id: str
    about_id: str
    preferences: Markup
    header: Markup
    player: Markup
    contents: Markup
    body: Markup
    notes: Markup
    audio: tuple[Edition, ...]
    editions: tuple[Edition, ...]
    facts: tuple[Fact, ...]


def page(job: Job, options: HtmlOptions) -> str:
    """The whole page; raises ThemeError where the theme's frame cannot be filled in."""
    return job.theme.fill(_FRAME, page=_page(job, options), labels=labels_of(job))


def _page(job: Job, options: HtmlOptions) -> Page:
    article = job.article
    labels = labels_of(job)
    dialect = _dialect(job, labels)
    header, body, notes = (
        Markup(write(article, dialect))  # noqa: S704 - our own markup
        for write in (markup.header, markup.body, markup.notes)
    )
    if job.parts:
        body = Markup(markup.cover(article, dialect)) + listing(job.parts)  # noqa: S704 - ours
    contents = _contents(markup.outline(article))
    audio = audio_editions(job.siblings, labels)
    reads_along = bool(audio and job.narration)
    in_labels = _in_labels(labels, article.meta.lang)
    ids = {
        part: markup.unused_id(part, article) for part in ("content", "contents", "player", "about")
    }
    return Page(
        lang=article.meta.lang,
        dir=article.meta.dir or direction(article.meta.lang),
        title=_title(article),
        publisher=article.meta.publisher or "",
        policy=POLICY,
        metadata=_metadata(job, reads_along=reads_along),
        style=_style(job.theme, body, options),
        script=_script(has_times=reads_along),
        in_labels=in_labels,
        skip_links=_skip_links(labels, ids, has_contents=bool(contents), has_audio=bool(audio)),
        **{f"{part}_id": id_ for part, id_ in ids.items()},
        preferences=preferences(labels, in_labels),
        header=header,
        player=player(audio, job.narration, f"{ids['player']}-h", labels),
        contents=contents,
        body=body,
        notes=notes,
        audio=audio,
        editions=other_editions(job.siblings, labels),
        facts=facts(article.meta, labels, job.rights),
    )


def _style(theme: Theme, body: str, options: HtmlOptions) -> Markup:
    faces = _font_faces(theme, body) if options.embed_fonts else ""
    # The theme's come last, so that they may restyle ours.
    return Markup(faces + _ours("page.css") + theme.css("screen.css"))  # noqa: S704 - checked


def _script(*, has_times: bool) -> Markup:
    names = ("preferences", "stops", *(("read_along",) if has_times else ()))
    return Markup("".join(_ours(f"scripts/{name}.js") for name in names))  # noqa: S704


def _ours(name: str) -> str:
    return files("render.renderers.html").joinpath(name).read_text(encoding="utf-8")


def _dialect(job: Job, labels: Labels) -> Dialect:
    return Dialect(
        labels=labels,
        scroll_regions=True,
        asset_url={asset.id: _data_url(asset) for asset in job.article.assets if asset.data},
        page_starts=page_starts(job.pagination, job.article),
    )


def _data_url(asset: Asset) -> str:
    encoded = base64.b64encode(asset.data or b"").decode()
    return f"data:{asset.media_type or 'application/octet-stream'};base64,{encoded}"


def _title(article: Article) -> str:
    title = one_line(plain_text(article.meta.title))
    publisher = article.meta.publisher
    return f"{title} – {publisher}" if publisher else title


def _metadata(job: Job, *, reads_along: bool) -> Markup:
    meta = job.article.meta
    lines = []
    deck = one_line(plain_text(meta.deck))
    if deck:
        lines.append(Markup('<meta name="description" content="{}">').format(deck))
    author = Markup('<meta name="author" content="{}">')
    lines += [author.format(each.name) for each in meta.authors]
    if meta.canonical_url and meta.canonical_url.startswith(("https://", "http://")):
        lines.append(Markup('<link rel="canonical" href="{}">').format(meta.canonical_url))
    lines.append(linked_data(job.article, job.siblings, reads_along=reads_along))
    return Markup("\n").join(lines)


def _in_labels(labels: Labels, lang: str) -> Markup:
    if labels.lang == lang.partition("-")[0].lower():
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(labels.lang, labels.dir)


def _skip_links(
    labels: Labels, ids: dict[str, str], *, has_contents: bool, has_audio: bool
) -> tuple[SkipLink, ...]:
    links = [SkipLink(ids["content"], labels.skip_to_content)]
    if has_contents:
        links.append(SkipLink(ids["contents"], labels.skip_to_contents))
    if has_audio:
        links.append(SkipLink(ids["player"], labels.skip_to_player))
    else:
        links.append(SkipLink(ids["about"], labels.skip_to_about))
    return tuple(links)


def _contents(entries: tuple[OutlineEntry, ...]) -> Markup:
    if not entries:
        return Markup("")
    items = Markup("\n").join(
        Markup('<li><a href="#{}">{}</a>{}</li>').format(
            each.id, each.text, _contents(each.children)
        )
        for each in entries
    )
    return Markup("<ol>\n{}\n</ol>\n").format(items)


def _font_faces(theme: Theme, body: str) -> str:
    """The faces that the page shows: not a parent's that the theme replaces, no idle italics."""
    has_italics = re.search(r"<(?:em|cite|dfn|i)\b", body) is not None
    named = " ".join(theme.tokens["font"].values())
    return "".join(
        _font_face(face)
        for face in theme.fonts
        if face.web and face.family in named and (face.style == "normal" or has_italics)
    )


def _font_face(face: FontFace) -> str:
    encoded = base64.b64encode(face.web.read_bytes() if face.web else b"").decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};'
        f"font-style:{face.style};font-display:swap;"
        f'src:url(data:font/woff2;base64,{encoded}) format("woff2")}}\n'
    )
