"""What the page fetches from other machines as soon as it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        for address in _IN_STYLE.findall(node.text() or ""):
            yield warning("PAGE-180", f"the page fetches {address}", node)
