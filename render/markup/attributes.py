"""The attributes and small elements that all writers share."""

from markupsafe import Markup

from render.language import direction
from render.markup.context import Context, page_marker_id
from render.markup.elements import Value, element, text
from render.model import Node


def attributes(node: Node, ctx: Context, **extra: Value) -> dict[str, Value]:
    """Id, language and direction of a node, then `extra`.

    In the names of `extra` an underscore stands for a hyphen, and none at the end counts.
    """
    return {"id": node.id, **language(node.lang, node.dir, ctx), **_named(extra)}


def language(lang: str | None, dir_: str | None, ctx: Context) -> dict[str, Value]:
    """The attributes that say in which language and direction an element is.

    A foreign passage always says its direction, so that browsers isolate it from its
    neighbours as they do with `bdi`.
    """
    if lang and not dir_:
        dir_ = direction(lang)
    return {"lang": lang, "xml:lang": lang if ctx.dialect.xhtml else None, "dir": dir_}


def semantics(ctx: Context, role: str | None, epub_type: str | None) -> dict[str, Value]:
    """A DPUB role, with its epub:type beside it in an EPUB."""
    return {"role": role, "epub:type": epub_type if ctx.dialect.epub else None}


def furniture(name: str, words: str, ctx: Context, **extra: Value) -> Markup:
    """An element with words of the interface: not of the article, and in the labels' language."""
    named = _named(extra)
    named["class"] = f"{named['class']} furniture" if named.get("class") else "furniture"
    return element(name, named | labels_language(ctx), text(words))


def labels_language(ctx: Context) -> dict[str, Value]:
    """Language attributes for words of the interface; none where they speak the article's."""
    labels = ctx.dialect.labels
    if labels.lang == ctx.lang.partition("-")[0].lower():
        return {}
    return language(labels.lang, labels.dir, ctx)


def page_marker(id_: str | None, ctx: Context) -> Markup:
    """The markers of the printed pages that the element opens, or nothing."""
    labels = () if ctx.hidden else ctx.dialect.page_starts.get(id_ or "", ())
    return Markup("").join(page_marker_of(label, ctx) for label in labels)


def page_marker_of(label: str, ctx: Context) -> Markup:
    """The marker of the printed page called `label`."""
    named: dict[str, Value] = {"id": page_marker_id(label, ctx.targets)}
    return element("span", named | page_semantics(ctx, label))


def page_semantics(ctx: Context, label: str | None) -> dict[str, Value]:
    """Role and name of a page marker.

    EPUB Accessibility names it by aria-label; on a page axe-core 4.14 takes a DPUB
    role for none and forbids that, so there the name is the title.
    """
    name = "aria-label" if ctx.dialect.epub else "title"
    return semantics(ctx, "doc-pagebreak", "pagebreak") | {name: label}


def _named(extra: dict[str, Value]) -> dict[str, Value]:
    return {name.rstrip("_").replace("_", "-"): value for name, value in extra.items()}
