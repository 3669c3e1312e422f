"""Inline elements to inline nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from render.dom.account import Account
from render.dom.addresses import link_address
from render.dom.attributes import node_attributes, omission_rule
from render.dom.formulas import math
from render.dom.mapping import Child
from render.dom.pictures import image
from render.dom.spacing import is_blank, tidy
from render.dom.tree import Element
from render.model import (
    Abbr,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    MarkKind,
    NoteRef,
    Ruby,
    Span,
    Text,
    Time,
)

_MARKS: dict[str, MarkKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "var": "emphasis",
    "strong": "strong",
    "b": "strong",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
    "sub": "sub",
    "sup": "sup",
    "q": "quote",
    "cite": "work-title",
    "dfn": "term",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
# The forms that HTML allows in `datetime`, without exotic ones such as week numbers.
_DATETIME = re.compile(
    r"-?\d{4,}(-\d\d(-\d\d)?)?([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?\s?(Z|[+-]\d\d:?\d\d)?"
    r"|\d\d:\d\d(:\d\d(\.\d{1,3})?)?|P[0-9DHMSTW.]+|\d{4}-W\d\d"
)


def map_inlines(children: Sequence[Child], account: Account) -> tuple[Inline, ...]:
    """Inline nodes of a run of text and inline elements, with white space collapsed."""
    return tidy(_run(children, account))


def _run(children: Sequence[Child], account: Account) -> list[Inline]:
    out: list[Inline] = []
    for child in children:
        if isinstance(child, str):
            out.append(Text(value=child))
        else:
            out.extend(_element(child, account))
    return out


def _element(element: Element, account: Account) -> list[Inline]:
    rule = omission_rule(element, account)
    if rule is not None:
        if rule != "silent" or account.list_silent:
            account.drop(element, rule)
        return []
    handler = _HANDLERS.get(element.tag)
    if handler is not None:
        return handler(element, account)
    kind = _MARKS.get(element.tag)
    inner = _run(element.children, account)
    if kind is not None:
        return _marked(kind, inner, element, account)
    # Blocks inside inline content still stand apart.
    return (
        [Text(value=" "), *_spanned(inner, element, account), Text(value=" ")]
        if (element.is_block)
        else _spanned(inner, element, account)
    )


def _marked(
    kind: MarkKind, inner: list[Inline], element: Element, account: Account
) -> list[Inline]:
    if is_blank(inner):
        return inner
    if kind == "sup" and all(
        isinstance(node, NoteRef) or (isinstance(node, Text) and not node.value.strip("[](), "))
        for node in inner
    ):
        return [node for node in inner if isinstance(node, NoteRef)]
    return [Marked(kind=kind, children=tuple(inner), **node_attributes(element, account))]


def _spanned(inner: list[Inline], element: Element, account: Account) -> list[Inline]:
    attributes = node_attributes(element, account)
    if element.tag == "bdi" and "dir" not in attributes:
        attributes["dir"] = "auto"
    if not attributes or is_blank(inner):
        return inner
    return [Span(children=tuple(inner), **attributes)]


def _link(element: Element, account: Account) -> list[Inline]:
    raw = element.attributes.get("href")
    note = _note_ref(element, raw or "", account)
    if note is not None:
        return note
    inner = _run(element.children, account)
    if raw is None:
        return _spanned(inner, element, account)
    if is_blank(inner):
        return _unnamed_link(element, inner, account)
    address = link_address(raw, account.base_url)
    if address.fault:
        account.warn(
            "HTML-002",
            f"link '{raw.strip()[:80]}' is now plain text: {address.fault}",
            element,
            "link to an http, https, mailto or tel address",
        )
        return _spanned(inner, element, account)
    if address.href.startswith("#"):
        return _internal_link(address.href[1:], inner, element, account)
    attributes = node_attributes(element, account)
    return [
        Link(
            href=address.href,
            children=tuple(inner),
            kind="download" if "download" in element.attributes else "external",
            **attributes,
        )
    ]


def _internal_link(
    target: str, inner: list[Inline], element: Element, account: Account
) -> list[Inline]:
    place = account.targets.get(target)
    if place is None:
        if target:
            account.note("HTML-008", f"link to '#{target[:60]}', which is not here", element)
        return _spanned(inner, element, account)
    attributes = node_attributes(element, account)
    return [Link(href=f"#{place}", children=tuple(inner), kind="internal", **attributes)]


def _unnamed_link(element: Element, inner: list[Inline], account: Account) -> list[Inline]:
    label = element.get("aria-label") or element.get("title")
    if label:
        account.note("HTML-003", f"link '{label[:60]}' shows no text", element)
    return inner


def _note_ref(element: Element, href: str, account: Account) -> list[Inline] | None:
    target = href.strip().removeprefix("#")
    if not href.strip().startswith("#") or target not in account.note_ids:
        return None
    account.drop(element, "note-label")
    return [NoteRef(note=account.note_ids[target])]


def _abbr(element: Element, account: Account) -> list[Inline]:
    inner = _run(element.children, account)
    title = " ".join(element.get("title").split())
    if is_blank(inner):
        return inner
    attributes = node_attributes(element, account)
    return [Abbr(children=tuple(inner), expansion=title or None, **attributes)]


def _time(element: Element, account: Account) -> list[Inline]:
    inner = _run(element.children, account)
    written = element.get("datetime") or element.text()
    if is_blank(inner) or not _DATETIME.fullmatch(written):
        return _spanned(inner, element, account)
    attributes = node_attributes(element, account)
    return [Time(datetime=written, children=tuple(inner), **attributes)]


def _ruby(element: Element, account: Account) -> list[Inline]:
    """A `ruby` element may hold several pairs: base text, then its `rt`."""
    out: list[Inline] = []
    bases: list[Inline] = []
    attributes = node_attributes(element, account)
    for child in _ruby_parts(element):
        if isinstance(child, Element) and child.tag == "rt":
            annotation = child.text()
            if annotation and not is_blank(bases):
                out.append(Ruby(children=tidy(bases), annotation=annotation, **attributes))
                bases = []
            else:
                account.drop(child, "ruby-without-base")
        elif isinstance(child, Element) and child.tag == "rp":
            account.drop(child, "ruby-parenthesis")
        else:
            bases.extend(_run([child], account))
    return [*out, *bases]


def _ruby_parts(element: Element) -> list[Child]:
    parts: list[Child] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in {"rb", "rbc", "rtc"}:
            parts.extend(_ruby_parts(child))
        elif not (isinstance(child, str) and not child.strip()):
            parts.append(child)
    return parts


def _image(element: Element, account: Account) -> list[Inline]:
    picture = image(element, account)
    return [picture] if isinstance(picture, Image) else []


def _picture(element: Element, account: Account) -> list[Inline]:
    inside = element.find("img")
    return _image(inside, account) if inside is not None else _run(element.children, account)


def _drawing(element: Element, account: Account) -> list[Inline]:
    name = element.get("aria-label") or element.text()
    if name:
        account.note("HTML-004", f"drawing '{name[:60]}' is left out", element, "use an image file")
    account.drop(element, "drawing")
    return []


_HANDLERS: dict[str, Callable[[Element, Account], list[Inline]]] = {
    "a": _link,
    "abbr": _abbr,
    "acronym": _abbr,
    "br": lambda element, account: [LineBreak()],  # noqa: ARG005
    "wbr": lambda element, account: [],  # noqa: ARG005
    "img": _image,
    "math": lambda element, account: list(math(element, account)),
    "picture": _picture,
    "ruby": _ruby,
    "svg": _drawing,
    "time": _time,
}
