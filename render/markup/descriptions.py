"""Extended descriptions of pictures: a section each, with the way back to the picture."""

from dataclasses import dataclass

from markupsafe import Markup

from render.markup.attributes import furniture, page_marker
from render.markup.context import Context
from render.markup.elements import element, join
from render.markup.images import alternative_in_words, description_id, link_id
from render.markup.textblocks import heading_name
from render.model import Image

_NEWLINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class Description:
    """The extended description of one picture, as a section with a heading."""

    id: str
    title: str
    markup: str


def description(image: Image, ctx: Context) -> Description:
    """The description, its heading at the level of the context."""
    labels = ctx.dialect.labels
    called = alternative_in_words(image, ctx)
    title = labels.extended_description
    if called:
        title = labels.extended_description_of.format(image=called)
    id_ = description_id(image, ctx)
    opening = page_marker(f"{id_}-h", ctx)
    heading = opening + furniture(heading_name(ctx), title, ctx, id=f"{id_}-h") + _NEWLINE
    back = furniture(
        "a",
        labels.back_to_image,
        ctx,
        href=f"{ctx.dialect.text_url}#{link_id(image, ctx)}",
        role="doc-backlink",
    )
    content = heading + ctx.blocks(image.description, ctx.deeper().apart())
    content += element("p", {"class": "backlinks"}, back) + _NEWLINE
    # No name: a region each would bury the landmarks that matter.
    named = {"id": id_, "class": "description"}
    return Description(id_, title, str(element("section", named, _NEWLINE, content) + _NEWLINE))


def all_descriptions(images: tuple[Image, ...], ctx: Context) -> Markup:
    """One section with all descriptions, for the end of the text; nothing where there are none."""
    if not images:
        return Markup("")
    title = furniture(heading_name(ctx), ctx.dialect.labels.image_descriptions, ctx) + _NEWLINE
    written = join(Markup(description(image, ctx.deeper()).markup) for image in images)  # noqa: S704
    return element("section", {"class": "descriptions"}, _NEWLINE, title, written) + _NEWLINE
