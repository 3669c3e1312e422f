"""The head of the article: kicker, title, deck, byline, place and dates."""

from collections.abc import Iterable

from markupsafe import Markup

from render.labels import written_date
from render.markup.attributes import furniture, labels_language, page_marker
from render.markup.context import Context
from render.markup.elements import element, join, text
from render.markup.hrefs import followable
from render.markup.inlines import inlines
from render.model import Author, Inline, Meta

_NEWLINE = Markup("\n")


def head(meta: Meta, ctx: Context) -> Markup:
    """The parts that the article has, each on its line."""
    parts = [_kicker(meta, ctx)]
    parts.append(_run(f"h{ctx.dialect.title_level}", "title", meta.title, ctx))
    if meta.deck:
        parts.append(_run("p", "deck", meta.deck, ctx))
    parts += [byline(meta.authors, ctx), _dateline(meta, ctx)]
    return join(part + _NEWLINE for part in parts if part)


def byline(authors: tuple[Author, ...], ctx: Context) -> Markup:
    """Who made the article; nothing where nobody is named."""
    if not authors:
        return Markup("")
    labels = ctx.dialect.labels
    names = [_author(author, ctx) for author in authors]
    if len(names) > 1:
        # The spaces are the text's: without the words of the interface two names are two words.
        conjunction = furniture("span", labels.conjunction, ctx)
        names = [Markup(", ").join(names[:-1]), Markup(" "), conjunction, Markup(" "), names[-1]]
    by = furniture("span", f"{labels.by} ", ctx)
    return _line("byline", (by, *names), ctx)


def _run(name: str, part: str, words: tuple[Inline, ...], ctx: Context) -> Markup:
    class_ = "deck" if part == "deck" else None
    id_ = f"{ctx.dialect.prefix}{part}"
    content = page_marker(id_, ctx) + inlines(words, ctx)
    return element(name, {"class": class_, "id": id_}, content)


def _line(part: str, content: Iterable[Markup], ctx: Context) -> Markup:
    id_ = f"{ctx.dialect.prefix}{part}"
    return element("p", {"class": part, "id": id_}, page_marker(id_, ctx), *content)


def _kicker(meta: Meta, ctx: Context) -> Markup:
    words = meta.kicker or meta.section
    if not words:
        return Markup("")
    return _line("kicker", (text(words),), ctx)


def _author(author: Author, ctx: Context) -> Markup:
    href = followable(author.url, ctx.targets) if author.url else None
    name = element("a", {"href": href, "rel": "author"}, text(author.name))
    role = text(f" ({author.role})") if author.role else Markup("")
    return (name if href else element("span", {"class": "author"}, text(author.name))) + role


def _dateline(meta: Meta, ctx: Context) -> Markup:
    labels = ctx.dialect.labels
    parts = [text(meta.place)] if meta.place else []
    for label, date in ((labels.published, meta.published), (labels.updated, meta.modified)):
        if date:
            said = text(f"{label} ") + element(
                "time", {"datetime": date}, text(written_date(date, labels))
            )
            parts.append(element("span", {"class": "furniture", **labels_language(ctx)}, said))
    if not parts:
        return Markup("")
    return _line("dateline", (Markup(" · ").join(parts),), ctx)
