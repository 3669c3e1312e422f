"""Images: their real address, their alternative text, their extended description."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from render.dom.account import Account
from render.dom.attributes import node_attributes, roles
from render.dom.tree import Element
from render.model import Alt, Decorative, Described, Image, Missing

# Where scripts that load images late keep the address.
_LATE = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-srcset",
    "data-lazy-srcset", "data-original-src", "data-full-src", "data-image", "data-src-large",
)  # fmt: skip
_DATA_URL = re.compile(
    r"data:(image/[a-z0-9.+-]+)((?:;[^,;]+)*?)(;base64)?,(.*)", re.IGNORECASE | re.DOTALL
)
# A placeholder: smaller than any picture worth describing.
_PLACEHOLDER_BYTES = 200
_DATA_LIMIT_BYTES = 5_000_000
_PICTURE = re.compile(
    r"(?:https?:)?/{0,2}[^\s{}]+\.(?:jpe?g|png|webp|gif)(?:\?\S*)?", re.IGNORECASE
)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)", re.IGNORECASE)


def image(element: Element, account: Account) -> Image | None:
    """The image of an `img` element, or None when it points to nothing that can be shown."""
    href = address(element)
    if not href or _is_pixel(element) or _shows_formula(element):
        return None
    asset = _asset(href, element, account)
    if asset is None:
        return None
    attributes = node_attributes(element, account)
    return Image(asset=asset, alt=alternative(element, href, account), **attributes)


def address(element: Element) -> str:
    """Where the picture really is: late-loading attributes, `srcset`, then `src`."""
    for name in _LATE:
        value = element.get(name)
        if value:
            return _largest(value) if name.endswith("srcset") else value
    source = element.get("src")
    if source and not _is_placeholder(source):
        return source
    candidates = [element.get("srcset")]
    if element.parent is not None and element.parent.tag == "picture":
        sources = [node for node in element.parent.elements() if node.tag == "source"]
        candidates += [node.get("srcset") or node.get("data-srcset") for node in sources]
    found = next((_largest(value) for value in candidates if value), "")
    return found or named_picture(element)


def named_picture(element: Element) -> str:
    """The picture that microdata or some script's own attribute names, or empty."""
    for name, value in element.attributes.items():
        if name.startswith(("data-", "itemid")) and _PICTURE.fullmatch(value.strip()):
            return value.strip()
    return ""


def is_file_name(text: str) -> bool:
    """Whether a text is no more than the name of a picture's file."""
    return _FILE_NAME.fullmatch(text) is not None


def alternative(element: Element, href: str, account: Account) -> Alt:
    """What the source says of the picture: described, decorative, or nothing."""
    if roles(element) & {"presentation", "none"} or element.get("aria-hidden") == "true":
        return Decorative()
    if "no-description" in element.get("class").split():
        # Our own words for a picture without any, in a page of ours that is read again.
        return Missing("no alt attribute")
    written = " ".join((element.get("alt") or element.get("aria-label")).split())
    if written:
        name = unquote(href.partition("?")[0].rpartition("/")[2])
        if written.lower() == name.lower() or is_file_name(written):
            account.warn(
                "HTML-007", f"alternative text '{written[:60]}' is a file name", element,
                "say what the picture shows",
            )  # fmt: skip
        return Described(written)
    if "alt" in element.attributes:
        return Decorative()
    return Missing("no alt attribute")


def _asset(href: str, element: Element, account: Account) -> str | None:
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.\-]*(?=:)", href)
    kind = scheme[0].lower() if scheme else ""
    if kind == "data":
        return _data_asset(href, element, account)
    # `file:` passes: the asset step refuses it with a message about the folder.
    if len(kind) > 1 and kind not in {"http", "https", "file"}:
        account.warn(
            "HTML-002", f"image '{href[:80]}' is left out: '{kind}:' is not allowed", element
        )
        return None
    if account.base_url and not kind:
        try:
            href = urljoin(account.base_url, href)
        except ValueError:
            account.warn("HTML-002", f"image '{href[:80]}' has no valid address", element)
            return None
    try:
        urlsplit(href)
    except ValueError:
        account.warn("HTML-002", f"image '{href[:80]}' has no valid address", element)
        return None
    return account.asset(href)


def _data_asset(href: str, element: Element, account: Account) -> str | None:
    match = _DATA_URL.fullmatch(href)
    data = b""
    if match and len(href) <= _DATA_LIMIT_BYTES * 4 // 3:
        try:
            data = base64.b64decode(match[4]) if match[3] else unquote_to_bytes(match[4])
        except (binascii.Error, ValueError):
            data = b""
    if match is None or not data:
        account.warn("HTML-002", f"image '{href[:40]}…' cannot be decoded", element)
        return None
    return account.asset(href, data=data, media_type=match[1].lower())


def _largest(srcset: str) -> str:
    """The candidate with the greatest width or density; addresses may hold commas."""
    best, best_size = "", -1.0
    for candidate in re.split(r",\s+|(?<=[wx]),", srcset.strip().strip(",")):
        parts = candidate.split()
        if not parts:
            continue
        size = re.fullmatch(r"(\d+(?:\.\d+)?)[wx]", parts[-1]) if len(parts) > 1 else None
        value = float(size[1]) if size else 1.0
        if value > best_size:
            best, best_size = parts[0], value
    return best


def _is_placeholder(source: str) -> bool:
    return source.startswith("data:") and len(source) < _PLACEHOLDER_BYTES


def _shows_formula(element: Element) -> bool:
    """Whether the picture repeats, for the eye, the MathML beside it."""
    parent = element.parent
    if element.get("aria-hidden").lower() != "true" or parent is None:
        return False
    return parent.find("math") is not None


def _is_pixel(element: Element) -> bool:
    return element.get("width") in {"0", "1"} and element.get("height") in {"0", "1"}
