"""What the page fetches from other machines as soon as it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from render.checks.page.document import Page, attribute
from render.checks.page.faults import Fault, warning

_FETCHED = {
    "script[src]": "src",
    "img[src]": "src",
    "iframe[src]": "src",
    "audio[src], video[src], source[src], track[src], embed[src], input[src]": "src",
    "link[rel~='stylesheet'], link[rel~='icon'], link[rel~='preload']": "href",
    "object[data]": "data",
}
_OUTSIDE = re.compile(r"(https?:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)


def network(page: Page) -> Iterator[Fault]:
    """Requests that tell others who reads what, and that fail offline."""
    for selector, name in _FETCHED.items():
        for node in page.css(selector):
            address = attribute(node, name)
            if _OUTSIDE.match(address):
                yield warning("PAGE-180", f"the page fetches {address}", node)
    for node in page.css("style"):
        for address in _fetched_by(node.text() or ""):
            yield warning("PAGE-180", f"the page fetches {address}", node)


# The pages of a theme have the same style, and to search it takes 0.8 ms.
@lru_cache(maxsize=4)
def _fetched_by(css: str) -> tuple[str, ...]:
    return tuple(_IN_STYLE.findall(css))
