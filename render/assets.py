"""Assets: files from inside the article's folder, decoded, made clean and named by content."""

import base64
import hashlib
import os
import re
from pathlib import Path, PurePath
from urllib.parse import unquote

from msgspec.structs import replace

from render.errors import MissingEngineError
from render.findings import Finding, Place, Severity
from render.model import Article, Asset, Image
from render.model.walk import walk

PIXELS_LIMIT = 40_000_000
PIXELS_LIMIT_IN_ALL = 100_000_000
FILE_LIMIT_BYTES = 50_000_000
_DATA_URL = re.compile(r"data:image/[\w.+-]+(?:;[\w-]+=[\w-]+)*;base64,(.*)", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class _Refusal(Exception):
    """Why an asset cannot be used; never leaves this module."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def load_assets(article: Article, folder: Path | None) -> tuple[Article, tuple[Finding, ...]]:
    """The article with the data of every image it uses, and a finding for each it cannot.

    Reads regular files inside `folder` only, never through a link that leads out of it,
    and nothing at all without a folder; never asks the network. Images are decoded in
    full, turned upright and written anew without metadata; `sha256` is that of the result
    and names it. An image that cannot be used stays in the article without data:
    every edition then shows its text alternative in its place.
    """
    used = {node.asset for node in walk(article) if isinstance(node, Image)}
    findings: list[Finding] = []
    assets: list[Asset] = []
    pixels_left = PIXELS_LIMIT_IN_ALL
    for asset in article.assets:
        loaded = asset
        if asset.id in used and asset.sha256 is None:
            try:
                loaded = _load(asset, folder, min(PIXELS_LIMIT, pixels_left))
            except _Refusal as refusal:
                findings.append(_finding(asset, refusal))
                loaded = replace(asset, data=None)
        pixels_left -= (loaded.width_px or 0) * (loaded.height_px or 0)
        assets.append(loaded)
    return replace(article, assets=tuple(assets)), tuple(findings)


def asset_path(href: str, folder: Path) -> Path | None:
    """Where in `folder` the file is that an address names, or would be; None for elsewhere.

    Links are followed, so that one which leads out of the folder is elsewhere too.
    """
    address = href.strip()
    if _SCHEME.match(address) or address.startswith(("//", "\\\\")):
        return None
    root = Path(os.path.realpath(folder))
    try:
        path = Path(os.path.realpath(root / unquote(address)))
    except (OSError, ValueError):
        return None
    return path if path.is_relative_to(root) else None


def _finding(asset: Asset, refusal: _Refusal) -> Finding:
    shown = (asset.href or asset.id)[:80]
    return Finding(
        refusal.code,
        # The article can do without a picture from elsewhere; the others say it is not as sent.
        Severity.WARNING if refusal.code == "ASSET-001" else Severity.ERROR,
        f"image '{shown}': {refusal.message}",
        hint=refusal.hint,
        where=Place(detail=f"asset {asset.id}"),
    )


def _load(asset: Asset, folder: Path | None, pixels: int) -> Asset:
    data = asset.data if asset.data is not None else _bytes_of(asset.href or "", folder)
    if not data:
        raise _Refusal("ASSET-004", "the file is empty", "put the picture back")
    return _cleaned(asset, data, pixels)


def _bytes_of(href: str, folder: Path | None) -> bytes:
    address = href.strip()
    inline = _DATA_URL.fullmatch(address)
    if inline:
        return _decoded(inline[1])
    if _SCHEME.match(address) or address.startswith(("//", "\\\\")):
        outside = address.lower().startswith("file:") or _DRIVE.match(address)
        raise _outside() if outside else _elsewhere()
    if folder is None:
        raise _Refusal("ASSET-001", "no folder to look in", "read the article from a file")
    return _read(_inside(unquote(address), folder))


def _outside() -> _Refusal:
    return _Refusal(
        "ASSET-002",
        "asset outside the article folder",
        "copy the file beside the article and name it from there",
    )


def _elsewhere() -> _Refusal:
    return _Refusal(
        "ASSET-001",
        "not in the article's folder, and nothing is fetched from the network",
        "save the image beside the article and name it from there",
    )


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote(encoded)), validate=True)
    except ValueError as error:
        raise _Refusal("ASSET-006", "its base64 is damaged", "export the page again") from error


def _inside(written: str, folder: Path) -> Path:
    """The file that `written` names, its links followed, if that is inside the folder."""
    root = Path(os.path.realpath(folder))
    # Pages add `?w=640` to names of files that were saved without it.
    for name in (written, written.partition("?")[0].partition("#")[0]):
        try:
            path = Path(os.path.realpath(root / name))
            if PurePath(name).is_absolute() or not path.is_relative_to(root):
                raise _outside()
            if path.exists():
                return path
        except (OSError, ValueError):
            continue
    raise _Refusal("ASSET-003", "there is no such file", "check the name, or put the file back")


def _read(path: Path) -> bytes:
    try:
        file = path.open("rb") if path.is_file() else None
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise _Refusal("ASSET-003", f"it cannot be read: {reason}", "check the file") from error
    # A FIFO or a device would be waited for, so neither is opened.
    if file is None:
        raise _Refusal("ASSET-003", "it is not a regular file", "name a picture file")
    with file:
        data = file.read(FILE_LIMIT_BYTES + 1)
    if len(data) > FILE_LIMIT_BYTES:
        raise _Refusal(
            "ASSET-005", f"over the limit of {FILE_LIMIT_BYTES:,} bytes", "scale the picture down"
        )
    return data


def _cleaned(asset: Asset, data: bytes, pixels: int) -> Asset:
    # Imported here: only articles with pictures need them.
    try:
        from render.pictures import UnusablePictureError, clean_picture
    except ModuleNotFoundError as error:
        raise MissingEngineError(
            "pictures need the package 'pillow'", hint="pip install 'lisible[epub]'"
        ) from error
    try:
        picture = clean_picture(data, pixels)
    except UnusablePictureError as error:
        raise _Refusal(error.code, error.message, error.hint) from error
    return replace(
        asset,
        data=picture.data,
        media_type=picture.media_type,
        sha256=hashlib.sha256(picture.data).hexdigest(),
        width_px=picture.width_px,
        height_px=picture.height_px,
    )
