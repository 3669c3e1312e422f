"""Which addresses an article may point to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
# Browsers ignore these inside an address, so `java\tscript:` is a script.
_IGNORED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_LENGTH_LIMIT = 2048


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be linked, or why it may not (`fault`)."""

    href: str
    fault: str = ""


def link_address(raw: str, base_url: str = "") -> Address:
    """The address a link may carry: https, http, mailto, tel, relative or a fragment.

    Relative addresses are made absolute when `base_url` is. Never raises.
    """
    href = _IGNORED.sub("", raw).strip()
    if not href:
        return Address("", "empty")
    if len(href) > _LENGTH_LIMIT:
        return Address(href, f"longer than {_LENGTH_LIMIT} characters")
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() not in _ALLOWED:
        return Address(href, f"'{scheme[1].lower()}:' is not allowed")
    return _well_formed(href, base_url)


def _well_formed(href: str, base_url: str) -> Address:
    try:
        parts = urlsplit(href)
        _ = parts.port
        if parts.scheme in {"http", "https"} and not parts.hostname:
            return Address(href, "no host")
        if " " in parts.netloc:
            return Address(href, "space in the host")
        if base_url and not parts.scheme and not href.startswith("#"):
            href = urljoin(base_url, href)
    except ValueError as error:
        return Address(href, str(error).lower())
    return Address(_encode(href))


def _encode(href: str) -> str:
    """Percent-encode what XML Schema's anyURI and the Nu checker refuse."""
    return re.sub(r'[ "<>\\^`{|}]', lambda match: f"%{ord(match[0]):02X}", href)
