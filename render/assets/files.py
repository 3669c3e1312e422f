"""The bytes that an address names: regular files inside the article's folder, and nothing else."""

from __future__ import annotations

import base64
import os
import posixpath
import re
from pathlib import Path, PurePath
from urllib.parse import unquote

from render.assets.refusals import Refusal

FILE_LIMIT_BYTES = 50_000_000
_DATA_URL = re.compile(r"data:image/[\w.+-]+(?:;[\w-]+=[\w-]+)*;base64,(.*)", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


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


def asset_bytes(href: str, folder: Path | None, *, on_site: bool) -> bytes:
    """The bytes of a `data:` address or of the file it names inside `folder`. Raises Refusal.

    `on_site` is for addresses as a web page writes them: `/x.jpg` and `../x.jpg` then name
    what lies on its site, no file of ours, and are not looked for.
    """
    address = href.strip()
    inline = _DATA_URL.fullmatch(address)
    if inline:
        return _decoded(inline[1])
    if address.lower().startswith("file:") or _DRIVE.match(address):
        raise _outside()
    if _SCHEME.match(address) or address.startswith("//"):
        raise _elsewhere()
    names = _names(unquote(address))
    if any(map(_leaves, names)):
        raise _elsewhere() if on_site else _outside()
    if folder is None:
        raise Refusal("ASSET-001", "no folder to look in", "read the article from a file")
    return _read(_inside(names, folder))


def _names(written: str) -> tuple[str, ...]:
    """The names to look for: pages add `?w=640` to those of files that were saved without it."""
    return written, written.partition("?")[0].partition("#")[0]


def _leaves(name: str) -> bool:
    """Whether a name leads out of any folder by its own words."""
    climbs = posixpath.normpath(name).split("/")[0] == ".."
    return climbs or name.startswith("\\\\") or PurePath(name).is_absolute()


def _outside() -> Refusal:
    return Refusal(
        "ASSET-002",
        "asset outside the article folder",
        "copy the file beside the article and name it from there",
        stops=True,
    )


def _elsewhere() -> Refusal:
    return Refusal(
        "ASSET-001",
        "not in the article's folder, and nothing is fetched from the network",
        "save the image beside the article and name it from there",
    )


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote(encoded)), validate=True)
    except ValueError as error:
        raise Refusal("ASSET-006", "its base64 is damaged", "export the page again") from error


def _inside(names: tuple[str, ...], folder: Path) -> Path:
    """The file that one of the names is of, its links followed, if that is inside the folder."""
    root = Path(os.path.realpath(folder))
    for name in names:
        try:
            path = Path(os.path.realpath(root / name))
            if not path.is_relative_to(root):
                raise _outside()
            # `#` and `?` alone name the folder, which nobody meant.
            if path != root and path.exists():
                return path
        except (OSError, ValueError):
            continue
    raise Refusal("ASSET-003", "there is no such file", "check the name, or put the file back")


def _read(path: Path) -> bytes:
    try:
        file = path.open("rb") if path.is_file() else None
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise Refusal("ASSET-003", f"it cannot be read: {reason}", "check the file") from error
    # A FIFO or a device would be waited for, so neither is opened.
    if file is None:
        raise Refusal("ASSET-009", "it is not a regular file", "name a picture file", stops=True)
    with file:
        data = file.read(FILE_LIMIT_BYTES + 1)
    if len(data) > FILE_LIMIT_BYTES:
        raise Refusal(
            "ASSET-005",
            f"over the limit of {FILE_LIMIT_BYTES:,} bytes",
            "scale the picture down",
            stops=True,
        )
    return data
