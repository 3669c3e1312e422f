"""What a page says of itself: JSON-LD, then meta elements, then the markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin

from render.dates import iso_date
from render.dom import Element
from render.readers.html import linked_data

_TITLES = (
    "dc.title", "dcterms.title", "dc:title", "dcterm:title", "citation_title", "og:title",
    "parsely-title", "twitter:title", "weibo:article:title", "weibo:webpage:title", "title",
)  # fmt: skip
_AUTHORS = (
    "citation_author", "parsely-author", "dc.creator", "dcterms.creator", "dc:creator",
    "dcterm:creator", "author", "article:author", "sailthru.author", "byl", "dc.author",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "parsely-pub-date", "datepublished", "dc.date.issued", "dc.date",
    "dcterms.date", "dc:date", "date", "pubdate", "publishdate", "sailthru.date",
    "article.published", "citation_publication_date", "og:published_time",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod")
_DECKS = ("og:description", "description", "twitter:description", "dc.description")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Metadata by source order; every value is plain text, empty when the page is silent.

    `titles` are (source, text), the most telling first.
    """

    titles: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    canonical_url: str = ""
    base_url: str = ""
    lang: str = ""
    direction: str = ""
    description: str = ""


def page_metadata(root: Element) -> PageMetadata:
    """Everything a page declares about its article."""
    root = _declarations(root)
    metas = _metas(root)
    data = linked_data.article_data(root)
    canonical = _canonical(root, metas, data)
    return PageMetadata(
        titles=_titles(root, metas, data),
        authors=_authors(metas, data),
        published=_date(data.get("datePublished"), metas, _PUBLISHED),
        modified=_date(data.get("dateModified"), metas, _MODIFIED),
        publisher=_clean(
            metas.get("og:site_name", "")
            or next(iter(linked_data.names(data.get("publisher"))), "")
            or metas.get("dc.publisher", "")
            or metas.get("application-name", "")
        ),
        section=_clean(
            linked_data.text(data.get("articleSection")) or metas.get("article:section", "")
        ),
        keywords=_keywords(root, metas, data),
        canonical_url=canonical,
        base_url=_base(root, canonical),
        lang=_lang(root, metas, data),
        direction=_direction(root),
        description=_clean(next((metas[name] for name in _DECKS if metas.get(name)), "")),
    )


def _declarations(root: Element) -> Element:
    """A flat copy of the elements that declare something, so that looking through is quick."""
    flat = Element("html", root.attributes)
    tags = {"meta", "link", "base", "title", "script", "body"}
    for node in root.elements():
        if node.tag in tags:
            copy = Element(node.tag, node.attributes, flat)
            copy.children = [] if node.tag == "body" else list(node.children)
            flat.children.append(copy)
    return flat


def _metas(root: Element) -> dict[str, str]:
    """Names and properties of meta elements in lower case; the first one wins."""
    found: dict[str, str] = {}
    for node in root.elements():
        if node.tag != "meta" or "content" not in node.attributes:
            continue
        content = node.get("content")
        for name in (node.get("property"), node.get("name"), node.get("itemprop")):
            for one in name.lower().split():
                if content:
                    found.setdefault(one, content)
    return found


def _titles(
    root: Element, metas: Mapping[str, str], data: Mapping[str, Any]
) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for key in ("headline", "name"):
        if linked_data.text(data.get(key)):
            found.append(("json-ld", linked_data.text(data.get(key))))
            break
    found += [(name, metas[name]) for name in _TITLES if metas.get(name)]
    element = root.find("title")
    if element is not None:
        found.append(("title", element.text()))
    cleaned = [(source, _clean(value)) for source, value in found]
    return tuple((source, value) for source, value in cleaned if value)


def _authors(metas: Mapping[str, str], data: Mapping[str, Any]) -> tuple[str, ...]:
    found = linked_data.names(data.get("author")) or linked_data.names(data.get("creator"))
    if not found:
        values = [metas[name] for name in _AUTHORS if metas.get(name)]
        found = [value for value in values if "://" not in value][:1]
    cleaned = [_clean(name) for name in found]
    return tuple(dict.fromkeys(name for name in cleaned if name and len(name) < 120))


def _date(value: object, metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    candidates = [linked_data.text(value), *(metas.get(name, "") for name in names)]
    return next((date for date in map(iso_date, candidates) if date), None)


def _keywords(root: Element, metas: Mapping[str, str], data: Mapping[str, Any]) -> tuple[str, ...]:
    tags = [
        node.get("content")
        for node in root.elements()
        if node.tag == "meta" and node.get("property").lower() == "article:tag"
    ]
    value = data.get("keywords")
    if not tags and isinstance(value, list):
        tags = [item for item in value if isinstance(item, str)]
    if not tags:
        written = value if isinstance(value, str) else metas.get("keywords", "")
        tags = re.split(r"[,;،、，]", metas.get("news_keywords", "") or written)
    return tuple(dict.fromkeys(tag for tag in map(_clean, tags) if tag))[:30]


def _canonical(root: Element, metas: Mapping[str, str], data: Mapping[str, Any]) -> str:
    link = next(
        (
            node.get("href")
            for node in root.elements()
            if node.tag == "link" and "canonical" in node.get("rel").lower().split()
        ),
        "",
    )
    for candidate in (link, metas.get("og:url", ""), linked_data.text(data.get("url"))):
        if re.match(r"https?://[^\s/]", candidate):
            return candidate
    return ""


def _base(root: Element, canonical: str) -> str:
    """What relative addresses are relative to, when that is on the web."""
    base = next((n.get("href") for n in root.elements() if n.tag == "base" and n.get("href")), "")
    try:
        joined = urljoin(canonical, base) if base else ""
    except ValueError:
        return ""
    return joined if joined.startswith(("http://", "https://")) else ""


def _lang(root: Element, metas: Mapping[str, str], data: Mapping[str, Any]) -> str:
    body = root.find("body")
    candidates = [root.get("lang"), root.get("xml:lang")]
    if body is not None:
        candidates += [body.get("lang"), body.get("xml:lang")]
    candidates += [
        linked_data.text(data.get("inLanguage")),
        metas.get("content-language", ""),
        metas.get("dc.language", "") or metas.get("dcterms.language", ""),
        metas.get("og:locale", "").replace("_", "-"),
    ]
    for node in root.elements():
        if node.tag == "meta" and node.get("http-equiv").lower() == "content-language":
            candidates.append(node.get("content").partition(",")[0])
    return next((value.strip() for value in candidates if value.strip()), "")


def _direction(root: Element) -> str:
    body = root.find("body")
    value = root.get("dir") or (body.get("dir") if body is not None else "")
    return value.lower() if value.lower() in {"ltr", "rtl"} else ""


def _clean(value: str) -> str:
    """One line; entities that were escaped twice are undone."""
    text = unescape(value) if "&" in value else value
    return " ".join(text.split())
