"""Sound, film and frames."""

from __future__ import annotations

from typing import Literal, cast
from urllib.parse import urlsplit

from render.dom.addresses import link_address
from render.dom.attributes import node_attributes
from render.dom.mapping import Mapper, Piece
from render.dom.tree import Element
from render.language import canonical
from render.model import Embed, Image, Link, Media, Missing, Paragraph, Text, Track

_TRACKS = frozenset({"subtitles", "captions", "descriptions", "chapters"})


def media(element: Element, mapper: Mapper) -> list[Piece]:
    """A `video` or `audio` element; without an address its fallback content stays."""
    sources = [node for node in element.elements() if node.tag == "source"]
    found = element.get("src") or next((node.get("src") for node in sources if node.get("src")), "")
    fallback = [
        child
        for child in element.children
        if not (isinstance(child, Element) and child.tag in {"source", "track"})
    ]
    if not found:
        return mapper.pieces(fallback)
    address = link_address(found, mapper.account.base_url)
    if address.fault:
        mapper.account.warn(
            "HTML-002", f"{element.tag} '{found[:80]}' is left out: {address.fault}", element
        )
        return mapper.pieces(fallback)
    for child in fallback:
        mapper.account.drop(child, "media-fallback")
    name = urlsplit(address.href).path.rsplit("/", 1)[-1] or address.href
    title = " ".join((element.get("aria-label") or element.get("title")).split())
    if not title:
        mapper.account.warn(
            "HTML-015",
            f"{element.tag} '{name[:60]}' has no title",
            element,
            "add a title attribute",
        )
    poster = element.get("poster")
    return [
        Media(
            kind="video" if element.tag == "video" else "audio",
            asset=mapper.account.asset(address.href),
            title=title or name,
            tracks=tuple(_tracks(element, mapper)),
            poster=Image(asset=mapper.account.asset(poster), alt=Missing("poster"))
            if poster and not link_address(poster).fault
            else None,
        )
    ]


def _tracks(element: Element, mapper: Mapper) -> list[Track]:
    out: list[Track] = []
    for node in element.elements():
        kind = (node.get("kind") or "subtitles").lower()
        if node.tag != "track" or kind not in _TRACKS or not node.get("src"):
            continue
        address = link_address(node.get("src"), mapper.account.base_url)
        if not address.fault:
            out.append(
                Track(
                    kind=cast("Literal['subtitles', 'captions', 'descriptions', 'chapters']", kind),
                    lang=canonical(node.get("srclang")) or "und",
                    asset=mapper.account.asset(address.href),
                )
            )
    return out


def frame(element: Element, mapper: Mapper) -> list[Piece]:
    """An `iframe`, `embed` or `object` as a link that says what it was."""
    raw = element.get("src") or element.get("data") or element.get("data-src")
    inner = mapper.pieces(element.children) if element.tag == "object" else []
    if element.tag == "iframe":
        mapper.account.drop(element, "frame-fallback")
    if not raw or raw == "about:blank":
        return inner
    address = link_address(raw, mapper.account.base_url)
    if address.fault:
        mapper.account.warn(
            "HTML-002", f"{element.tag} '{raw[:80]}' is left out: {address.fault}", element
        )
        return inner
    if inner or _is_invisible(element):
        return inner
    host = urlsplit(address.href).hostname or address.href
    title = " ".join((element.get("title") or element.get("aria-label")).split()) or host
    mapper.account.warn(
        "HTML-016", f"embedded '{title[:60]}' is now a link", element, "say in text what it shows"
    )
    link = Link(href=address.href, children=(Text(value=title),))
    return [
        Embed(
            href=address.href,
            title=title,
            children=(Paragraph(children=(link,)),),
            **node_attributes(element, mapper.account),
        )
    ]


def _is_invisible(element: Element) -> bool:
    return element.get("width") in {"0", "1"} or element.get("height") in {"0", "1"}
