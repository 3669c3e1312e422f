"""What goes into the cage and what comes out of it."""

import msgspec

from render.findings import Finding
from render.pagination import Pagination


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One document to lay out.

    `html` names assets as `asset:ID`. `css` is the theme's style, `rules` ours, which
    win over it. `font_files` are the theme's, `font_families` their names in order.
    """

    html: str
    css: str
    rules: str
    metadata: "Metadata"
    edition: str
    assets: dict[str, "AssetData"] = {}
    font_files: tuple[str, ...] = ()
    font_families: tuple[str, ...] = ()
    attachment: bytes | None = None
    cmyk_profile: bytes | None = None


class AssetData(msgspec.Struct, frozen=True):
    """The bytes of one asset and their media type."""

    media_type: str
    data: bytes


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says about the article; dates are ISO 8601, never the clock's."""

    title: str
    lang: str
    created: str
    modified: str
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    source: str = ""
    identifier: str = ""


class Response(msgspec.Struct, frozen=True):
    """The finished file, its pages, and what was found on the way."""

    data: bytes
    pagination: Pagination
    findings: tuple[Finding, ...] = ()
