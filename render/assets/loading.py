"""The pictures of an article, each decoded in full and made clean, or refused with its reason."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from render.assets.files import asset_bytes
from render.assets.refusals import Refusal, Refused, finding, stop
from render.errors import MissingEngineError
from render.findings import Finding
from render.model import Article, Asset, Image
from render.model.walk import walk
from render.reading import Source

PIXELS_LIMIT = 40_000_000
PIXELS_LIMIT_IN_ALL = 100_000_000


def load_assets(
    article: Article, folder: Path | None, source: Source, *, on_site: bool = False
) -> tuple[Article, tuple[Finding, ...]]:
    """The article with the data of every image it uses, and a finding for each it cannot.

    Reads regular files inside `folder` only, never through a link that leads out of it,
    and nothing at all without a folder; never asks the network. Images are decoded in
    full, turned upright and written anew without metadata; `sha256` is that of the result
    and names it. An image that is missing, elsewhere or damaged stays in the article
    without data: every edition then shows its text alternative in its place.

    Raises PictureError, naming every one with its line in `source`, for images that reach
    outside the folder, would exhaust the machine, or are not what they claim to be.
    `on_site` says that the addresses are those of a web page.
    """
    used = {node.asset for node in walk(article) if isinstance(node, Image)}
    refused: list[Refused] = []
    assets: list[Asset] = []
    pixels_left = PIXELS_LIMIT_IN_ALL
    for asset in article.assets:
        loaded = asset
        # One that says its hash is not believed: nobody has looked at it here.
        if asset.id in used:
            try:
                data = _data(asset, folder, on_site=on_site)
                loaded = _cleaned(asset, data, min(PIXELS_LIMIT, pixels_left))
            except Refusal as refusal:
                refused.append((asset, refusal))
                loaded = replace(asset, data=None)
        pixels_left -= (loaded.width_px or 0) * (loaded.height_px or 0)
        assets.append(loaded)
    if stopping := [each for each in refused if each[1].stops]:
        raise stop(stopping, source)
    return replace(article, assets=tuple(assets)), tuple(finding(*each) for each in refused)


def _data(asset: Asset, folder: Path | None, *, on_site: bool) -> bytes:
    data = asset.data
    if data is None:
        data = asset_bytes(asset.href or "", folder, on_site=on_site)
    if not data:
        raise Refusal("ASSET-004", "the file is empty", "put the picture back", stops=True)
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
        raise Refusal(error.code, error.message, error.hint, stops=error.stops) from error
    return replace(
        asset,
        data=picture.data,
        media_type=picture.media_type,
        sha256=hashlib.sha256(picture.data).hexdigest(),
        width_px=picture.width_px,
        height_px=picture.height_px,
    )
