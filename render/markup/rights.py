"""Whose the article is and what others may do with it: the line at its end."""

from markupsafe import Markup

from render.markup.attributes import labels_language, page_marker
from render.markup.context import Context
from render.markup.elements import element, text
from render.markup.inlines import inlines
from render.model import Inline, Meta


def rights_line(meta: Meta, inherited: tuple[Inline, ...], ctx: Context) -> Markup:
    """The article's rights and licence on one line, else those inherited; nothing without any.

    Of class `furniture`: no voice says them, and the tags of the sound have them.
    """
    own = " · ".join(filter(None, (meta.rights, meta.licence)))
    words = text(own) if own else inlines(inherited, ctx)
    if not words:
        return Markup("")
    label = element("span", labels_language(ctx), text(ctx.dialect.labels.rights))
    id_ = f"{ctx.dialect.prefix}rights"
    marker = page_marker(id_, ctx)
    # A dash: a colon wants a space before it in some languages, and in others none.
    return element("p", {"class": "rights furniture", "id": id_}, marker, label, text(" – "), words)
