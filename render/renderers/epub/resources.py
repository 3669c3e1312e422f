"""The files beside the documents: which assets go in, and under which names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from render.model import Article

# Core media types (EPUB 3.3, 3.2), with film, which every reader may or may not play.
_SUFFIXES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "text/vtt": "vtt",
}
_FOLDERS = {"image": "images", "audio": "audio", "video": "video", "text": "tracks"}


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package that is not a document; `file_name` is ASCII."""

    id: str
    file_name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    overlay: str = ""


def asset_files(article: Article) -> dict[str, Resource]:
    """A resource for each asset that has its data and a type that EPUB knows, by asset id.

    Names are ours: a name from outside may hold a path or differ only in case.
    """
    found: dict[str, Resource] = {}
    for number, asset in enumerate(article.assets, start=1):
        suffix = _SUFFIXES.get(asset.media_type or "")
        if not asset.data or not asset.media_type or not suffix:
            continue
        folder = _FOLDERS[asset.media_type.partition("/")[0]]
        name = f"{folder}/asset-{number}.{suffix}"
        found[asset.id] = Resource(f"asset-{number}", name, asset.media_type, asset.data)
    return found


def used(resources: Iterable[Resource], documents: Iterable[bytes]) -> tuple[Resource, ...]:
    """Those resources that a document refers to."""
    written = b"\n".join(documents)
    return tuple(res for res in resources if f'"{res.file_name}"'.encode() in written)
