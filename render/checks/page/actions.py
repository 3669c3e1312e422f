"""Links, buttons and fields: each has a name, leads somewhere, and is reached in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.checks.page.document import (
    Page,
    ancestors,
    attribute,
    is_hidden,
    is_silent,
    name_of,
    role_of,
    text_of,
)
from render.checks.page.faults import Fault, error, warning

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Said alone in a list of links, these lead anywhere (WCAG technique F84).
_EMPTY_WORDS = frozenset(
    {
        *("click here", "here", "more", "read more", "learn more", "link", "this", "this link"),
        *("cliquez ici", "ici", "lire la suite", "en savoir plus", "suite", "lien", "plus"),
        *("hier", "hier klicken", "mehr", "weiterlesen", "aquí", "haga clic aquí", "leer más"),
        *("اضغط هنا", "هنا", "המשך", "לחצו כאן", "qui", "clicca qui", "aqui", "clique aqui"),
    }
)
_INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]"
_FIELDS = "input, select, textarea"
_UNLABELLED = frozenset({"hidden", "submit", "reset", "button", "image"})


def actions(page: Page) -> Iterator[Fault]:
    """Faults of what people act on."""
    for link in page.css("a[href]"):
        if not is_hidden(link):
            yield from _link(page, link)
    for button in page.css("button, [role='button'], summary"):
        if not is_silent(button) and not name_of(page, button):
            yield error("PAGE-152", "a button without a name", button)
    for field in page.css(_FIELDS):
        if not is_silent(field) and not _is_labelled(page, field):
            yield error("PAGE-153", "a field without a label", field)
    for node in page.css(_INTERACTIVE):
        tabindex = attribute(node, "tabindex")
        if tabindex.isdigit() and int(tabindex) > 0:
            yield error("PAGE-154", f"tabindex {tabindex} breaks the order of the Tab key", node)
        if tabindex != "-1" and is_silent(node) and not is_hidden(node):
            yield error("PAGE-155", "hidden from screen readers, and reached by the Tab key", node)


def _link(page: Page, link: LexborNode) -> Iterator[Fault]:
    name = name_of(page, link)
    if not name and not is_silent(link):
        yield error("PAGE-150", "a link without a name", link)
    elif name.strip(" .…»›→").casefold() in _EMPTY_WORDS:
        yield warning("PAGE-151", f"«{name}» does not say where the link leads", link)
    href = attribute(link, "href")
    if href == "#":
        return
    if href.startswith("#") and href[1:] not in page.by_id and _decoded(href) not in page.by_id:
        yield error("PAGE-131", f"the link «{name}» leads to #{href[1:]}, which is not there", link)
    if href.casefold().startswith("javascript:"):
        yield error("PAGE-156", "a link that only a script can follow", link)
    if role_of(link) == "doc-noteref":
        yield from _note(page, link)


def _decoded(href: str) -> str:
    from urllib.parse import unquote

    return unquote(href[1:])


def _note(page: Page, call: LexborNode) -> Iterator[Fault]:
    """A note has a way back to its call."""
    note = page.by_id.get(attribute(call, "href")[1:])
    if note is None:
        return
    back = [attribute(each, "href") for each in note.css("a[href^='#']")]
    homes = {f"#{attribute(each, 'id')}" for each in (call, *ancestors(call))} - {"#"}
    # A note that is called twice leads back to one of its calls.
    homes |= {f"#{id_}" for id_ in page.calls.get(attribute(call, "href"), ())}
    if not homes.intersection(back):
        yield warning("PAGE-157", f"no way back from note «{text_of(call)}» to its call", note)


def _is_labelled(page: Page, field: LexborNode) -> bool:
    if attribute(field, "type").casefold() in _UNLABELLED:
        return True
    if attribute(field, "title") or attribute(field, "aria-label"):
        return True
    if attribute(field, "aria-labelledby"):
        return bool(name_of(page, field))
    if any(each.tag == "label" and text_of(each) for each in ancestors(field)):
        return True
    return bool(page.labels.get(attribute(field, "id")))
