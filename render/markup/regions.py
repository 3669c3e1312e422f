"""Parts that scroll sideways on their own, so that the page never does (WCAG 1.4.10)."""

from markupsafe import Markup

from render.markup.context import Context
from render.markup.elements import Value, element


def scroll_region(content: Markup, label_id: str | None, label: str, ctx: Context) -> Markup:
    """The content in its own scrolling box, named by the element `label_id` or by `label`."""
    named: dict[str, Value] = {"class": "scroll"}
    if ctx.dialect.scroll_regions and not ctx.hidden:
        # What scrolls must be reached by keyboard (WCAG 2.1.1). A group, not a region: many
        # landmarks are worse than none.
        named |= {"role": "group", "tabindex": 0}
        named |= {"aria-labelledby": label_id} if label_id else {"aria-label": label}
    return element("div", named, Markup("\n"), content, Markup("\n")) + Markup("\n")
