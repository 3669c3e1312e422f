"""The article as Schema.org data, for search engines and library catalogues."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from render.model import Article, Author, Decorative, Described, Image
from render.model.walk import plain_text, walk
from render.plugins import Sibling


def linked_data(
    article: Article, siblings: tuple[Sibling, ...], *, reads_along: bool = False
) -> Markup:
    """A JSON-LD script element; nothing in it can end the element."""
    meta = article.meta
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one_line(plain_text(meta.title)),
        "description": one_line(plain_text(meta.deck)),
        "inLanguage": meta.lang,
        "author": [_author(author) for author in meta.authors],
        "datePublished": meta.published,
        "dateModified": meta.modified,
        "publisher": {"@type": "Organization", "name": meta.publisher} if meta.publisher else None,
        "articleSection": meta.section,
        "keywords": list(meta.keywords),
        "url": meta.canonical_url,
        "license": meta.licence,
        "encoding": [_encoding(each) for each in siblings if each.renderer != "html"],
        **_accessibility(article, reads_along=reads_along),
    }
    known = {name: value for name, value in data.items() if value not in (None, "", [])}
    written = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(f'<script type="application/ld+json">{written}</script>')  # noqa: S704


def one_line(text: str) -> str:
    """The text without line ends."""
    return " ".join(text.split())


def _author(author: Author) -> dict[str, str]:
    kind = "Person" if author.kind == "person" else "Organization"
    known = {"@type": kind, "name": author.name, "url": author.url}
    return {name: value for name, value in known.items() if value}


def _encoding(sibling: Sibling) -> dict[str, str]:
    kind = "AudioObject" if sibling.media_type.startswith("audio/") else "MediaObject"
    return {
        "@type": kind,
        "contentUrl": sibling.file_name,
        "encodingFormat": sibling.media_type,
    }


def _accessibility(article: Article, *, reads_along: bool) -> dict[str, Any]:
    """What the page offers, by the vocabulary of schema.org, read from the content."""
    images = [node for node in walk(article) if isinstance(node, Image)]
    shown = [image for image in images if not isinstance(image.alt, Decorative)]
    features = ["structuralNavigation", "readingOrder", "displayTransformability"]
    if shown and all(isinstance(image.alt, Described) for image in shown):
        features.append("alternativeText")
    if any(image.description for image in images):
        features.append("longDescription")
    if reads_along:
        features.append("synchronizedAudioText")
    return {
        "accessMode": ["textual", "visual"] if shown else ["textual"],
        "accessModeSufficient": [{"@type": "ItemList", "itemListElement": ["textual"]}],
        "accessibilityFeature": features,
        "accessibilityHazard": list(article.meta.hazards),
    }
