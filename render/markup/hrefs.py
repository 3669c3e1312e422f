"""Which links may be followed: http, https, mailto, tel, and places in the article."""

import re
from collections.abc import Container
from urllib.parse import quote, unquote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]")


def followable(href: str, targets: Container[str]) -> str | None:
    """The URL to write, or None where the link must become plain text.

    `targets` are the ids of the article: a fragment that leads nowhere is no link.
    """
    href = href.strip()
    if href.startswith("#"):
        target = unquote(href[1:])
        return f"#{quote(target, safe='')}" if target in targets else None
    return _external(href)


def _external(href: str) -> str | None:
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    if parts.scheme.lower() in {"http", "https"} and not host:
        return None
    return _NOT_IN_URLS.sub(lambda found: quote(found.group(), safe=""), href)
