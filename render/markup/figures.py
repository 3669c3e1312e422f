"""What stands apart from the text: pictures, players, code, formulas, embedded things."""

from typing import assert_never

from markupsafe import Markup

from render.markup.attributes import attributes, furniture, page_marker
from render.markup.context import Context
from render.markup.elements import Value, element, join, text, void
from render.markup.hrefs import followable
from render.markup.images import description_link, picture, picture_alone
from render.markup.inlines import inlines
from render.markup.mathml import formula
from render.markup.regions import scroll_region
from render.markup.tables import table
from render.model import Code, Embed, Figure, FigureContent, Image, Math, Media, Table, Track

_NEWLINE = Markup("\n")


def figure(node: Figure, ctx: Context) -> Markup:
    """The figure, then the links to the extended descriptions of its pictures."""
    content = join(_content(part, ctx) for part in node.content)
    written = element("figure", attributes(node, ctx), _NEWLINE, content, _caption(node, ctx))
    pictures = (part for part in node.content if isinstance(part, Image))
    links = Markup(" ").join(filter(None, (description_link(part, ctx) for part in pictures)))
    if links:
        # After the figure: nothing may follow its caption inside.
        links = element("p", {"class": "descriptions-of-figure"}, links) + _NEWLINE
    return page_marker(node.id, ctx) + written + _NEWLINE + links


def image(node: Image, ctx: Context) -> Markup:
    """A picture that stands alone."""
    written = picture(node, ctx)
    if not written:
        return Markup("")
    return element("div", {"class": "image"}, page_marker(node.id, ctx), written) + _NEWLINE


def media(node: Media, ctx: Context) -> Markup:
    """The player where the file is at hand; the title and the transcript always."""
    title = element("p", {"class": "media-title"}, text(node.title))
    content = [page_marker(node.id, ctx) + title]
    player = _player(node, ctx)
    if player is None:
        content.append(
            furniture("p", ctx.dialect.labels.media_not_here, ctx, class_="media-absent")
        )
    else:
        content.append(player)
    if node.poster is not None and (player is None or node.poster.description):
        content.append(image(node.poster, ctx))
    if node.transcript:
        label = furniture("p", ctx.dialect.labels.transcript, ctx, class_="transcript-label")
        transcript = ctx.blocks(node.transcript, ctx)
        content.append(
            element("div", {"class": "transcript"}, _NEWLINE, label, _NEWLINE, transcript)
        )
    named = attributes(node, ctx, class_=f"media {node.kind}")
    return element("div", named, _NEWLINE, _NEWLINE.join(content), _NEWLINE) + _NEWLINE


def code(node: Code, ctx: Context) -> Markup:
    """Program text, to the letter, with its caption above it."""
    language = f"language-{node.language}" if node.language else None
    letters = element("code", {"class": language, "translate": "no"}, text(node.value))
    # Program text runs from left to right in every language.
    named = attributes(node, ctx) | {"dir": node.dir or "ltr"}
    pre = element("pre", named, letters)
    caption_id = f"{node.id or 'code'}-caption"
    labelled = scroll_region(
        pre, caption_id if node.caption else None, ctx.dialect.labels.code, ctx
    )
    if not node.caption:
        return page_marker(node.id, ctx) + labelled
    words = page_marker(caption_id, ctx) + inlines(node.caption, ctx)
    caption = element("figcaption", {"id": caption_id}, words) + _NEWLINE
    content = page_marker(node.id, ctx) + caption + labelled
    return element("figure", {"class": "code"}, _NEWLINE, content) + _NEWLINE


def math(node: Math, ctx: Context) -> Markup:
    """A formula on a line of its own."""
    content = page_marker(node.id, ctx) + formula(node, ctx, display="block")
    return element("div", {"class": "formula"}, content) + _NEWLINE


def embed(node: Embed, ctx: Context) -> Markup:
    """The link to what cannot be here, then what it is in words."""
    href = None if ctx.hidden else followable(node.href, ctx.targets)
    title = text(node.title)
    link = element("a", {"href": href}, title) if href else title
    content = page_marker(node.id, ctx) + element("p", {"class": "embed-title"}, link) + _NEWLINE
    named = attributes(node, ctx, class_="embed")
    return element("div", named, _NEWLINE, content, ctx.blocks(node.children, ctx)) + _NEWLINE


def _content(node: FigureContent, ctx: Context) -> Markup:
    match node:
        case Image():
            return page_marker(node.id, ctx) + picture_alone(node, ctx) + _NEWLINE
        case Media():
            return media(node, ctx)
        case Table():
            return table(node, ctx)
        case Code():
            return code(node, ctx)
        case Math():
            return math(node, ctx)
        case _:
            assert_never(node)


def _caption(node: Figure, ctx: Context) -> Markup:
    pieces = []
    for run, words in (("caption", inlines(node.caption, ctx)), ("credit", _credit(node, ctx))):
        if words:
            id_ = f"{node.id}-{run}" if node.id else None
            pieces.append(element("span", {"id": id_, "class": run}, page_marker(id_, ctx), words))
    if not pieces:
        return Markup("")
    return element("figcaption", {}, Markup(" ").join(pieces)) + _NEWLINE


def _credit(node: Figure, ctx: Context) -> Markup:
    if node.credit:
        return inlines(node.credit, ctx)
    pictures = [ctx.assets.get(part.asset) for part in node.content if isinstance(part, Image)]
    credits_ = dict.fromkeys(asset.credit for asset in pictures if asset and asset.credit)
    words = " · ".join(credit for credit in credits_ if credit)
    return element("span", {"class": "furniture"}, text(words)) if words else Markup("")


def _player(node: Media, ctx: Context) -> Markup | None:
    url = ctx.dialect.asset_url.get(node.asset)
    if url is None or ctx.hidden:
        return None
    named: dict[str, Value] = {
        "controls": True,
        "preload": "none",
        "src": url,
        "aria-label": node.title,
    }
    if node.poster is not None and node.kind == "video":
        named["poster"] = ctx.dialect.asset_url.get(node.poster.asset)
    tracks = join(_track(track, ctx) for track in node.tracks)
    return element(node.kind, named, tracks)


def _track(track: Track, ctx: Context) -> Markup:
    url = ctx.dialect.asset_url.get(track.asset)
    if url is None:
        return Markup("")
    named = {"kind": track.kind, "srclang": track.lang, "src": url, "label": track.lang}
    return void("track", named, xhtml=ctx.dialect.xhtml)
