"""Pictures: their alternatives, and the way to their extended descriptions.

An alternative that nobody wrote is never shown as `alt=""`, which would say "decorative":
the words "Image without description" stand in its place, so that a reader knows that
there is something to ask for.
"""

from typing import assert_never

from markupsafe import Markup

from render.markup.attributes import attributes, furniture, labels_language
from render.markup.context import Context
from render.markup.elements import Value, element, text, void
from render.model import Decorative, Described, Image, Missing


def picture(image: Image, ctx: Context) -> Markup:
    """The picture and, after it, the link to its extended description."""
    pieces = (picture_alone(image, ctx), description_link(image, ctx))
    return Markup(" ").join(piece for piece in pieces if piece)


def picture_alone(image: Image, ctx: Context) -> Markup:
    """The picture, or its alternative as text where the file is not at hand."""
    url = ctx.dialect.asset_url.get(image.asset)
    if url is None:
        return _in_words(image, ctx)
    asset = ctx.assets.get(image.asset)
    named = attributes(image, ctx, src=url) | _alternative(image, ctx)
    if asset is not None:
        named |= {"width": asset.width_px, "height": asset.height_px}
    if image.description and not ctx.hidden:
        named["aria-details"] = link_id(image, ctx)
    return void("img", named, xhtml=ctx.dialect.xhtml)


def description_link(image: Image, ctx: Context) -> Markup:
    """The link to the picture's extended description; nothing where it has none."""
    if not image.description or ctx.hidden:
        return Markup("")
    there = description_id(image, ctx)
    href = ctx.dialect.description_url.get(there, f"#{there}")
    words = ctx.dialect.labels.extended_description
    return furniture("a", words, ctx, class_="description-link", id=link_id(image, ctx), href=href)


def description_id(image: Image, ctx: Context) -> str:
    """The id of the picture's extended description."""
    return ctx.unused_id(f"{image.id or image.asset}-description")


def link_id(image: Image, ctx: Context) -> str:
    """The id of the link to the picture's extended description."""
    return ctx.unused_id(f"{image.id or image.asset}-description-link")


def alternative_in_words(image: Image, ctx: Context) -> str:
    """What to call the picture in a sentence; empty where it is decorative."""
    match image.alt:
        case Described():
            return image.alt.text
        case Decorative():
            return ""
        case Missing():
            return ctx.dialect.labels.image_without_description
        case _:
            assert_never(image.alt)


def _alternative(image: Image, ctx: Context) -> dict[str, Value]:
    words = alternative_in_words(image, ctx)
    match image.alt:
        case Described():
            return {"alt": words}
        case Decorative() if ctx.dialect.epub:
            return {"alt": "", "role": "presentation"}
        case Decorative():
            # HTML's own checker refuses a role beside alt=""; the PDF makes it an artifact.
            return {"alt": "", "aria-hidden": "true"}
        case Missing():
            return {"alt": words, "title": words, "class": "no-description"} | {
                name: value for name, value in labels_language(ctx).items() if not image.lang
            }
        case _:
            assert_never(image.alt)


def _in_words(image: Image, ctx: Context) -> Markup:
    words = alternative_in_words(image, ctx)
    if not words:
        return Markup("")
    named = attributes(image, ctx, class_="image-in-words")
    label = furniture("span", f"{ctx.dialect.labels.image}: ", ctx)
    if isinstance(image.alt, Missing):
        return _apart(element("span", named, furniture("span", words, ctx)))
    return _apart(element("span", named, label, text(words)))


def _apart(written: Markup) -> Markup:
    """With spaces around it: a picture needs none between itself and a word, its words do."""
    return Markup(" ") + written + Markup(" ")
