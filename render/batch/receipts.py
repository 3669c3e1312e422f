"""Receipts: one small file for each article, beside the editions, that says they are valid."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from render.assets import asset_path
from render.batch.values import (
    AssetHash,
    FileSize,
    Item,
    Order,
    Outcome,
    Receipt,
    Settings,
)
from render.errors import OutputError, PictureError
from render.pipeline.publish import MANIFEST
from render.pipeline.source import printable

if TYPE_CHECKING:
    from render.model import Article

# What a run keeps beside the articles; hidden, as no input can be.
STATE = ".lisible"


def receipt_path(output: Path, name: str) -> Path:
    """Where the receipt of the article called `name` lies."""
    return output / STATE / "receipts" / f"{name}.json"


def read_receipt(path: Path) -> Receipt | None:
    """The receipt in a file; None when there is none or it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Receipt)
    except (OSError, msgspec.DecodeError):
        return None


def receipts(output: Path) -> Iterator[Receipt]:
    """Every receipt of an output, in the order of the names."""
    for path in sorted((output / STATE / "receipts").rglob("*.json")):
        if receipt := read_receipt(path):
            yield receipt


def write_receipt(receipt: Receipt, output: Path) -> None:
    """Put a receipt in place, whole. Raises OutputError."""
    path = receipt_path(output, receipt.name)
    body = msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n"
    staging = staging_folder(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=staging)
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
        Path(partial).replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot write '{path}': {(error.strerror or str(error)).lower()}",
            hint="check the room and the rights there",
        ) from error


def failed_receipt(outcome: Outcome, order: Order) -> Receipt:
    """The receipt of an article of which nothing could be made."""
    return Receipt(
        id=outcome.item.id,
        name=outcome.item.name,
        state="failed",
        attempt=outcome.attempt,
        input_sha256=input_hash(outcome.item),
        fingerprint=fingerprint(outcome.item, order.settings),
        tools=order.settings.tools,
        failures=outcome.failures,
        worst="error",
        seconds=outcome.seconds,
    )


def staging_folder(output: Path) -> Path:
    """Where files are written before they get their names; made when it is not there."""
    folder = output / STATE / "staging"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def still_valid(receipt: Receipt, item: Item, settings: Settings) -> bool:
    """Whether what a receipt speaks of would be made again just so, and is still there whole."""
    return would_be_same(receipt, item, settings) and _is_whole(
        Path(settings.output) / item.name, receipt
    )


def would_be_same(receipt: Receipt, item: Item, settings: Settings) -> bool:
    """Whether a receipt is of this same input and these same settings."""
    return (
        receipt.state == "done"
        and receipt.fingerprint == fingerprint(item, settings)
        and receipt.input_sha256 == input_hash(item)
        and all(_hash_of(Path(asset.path)) == asset.sha256 for asset in receipt.assets)
    )


def known_failure(receipt: Receipt, item: Item, settings: Settings) -> bool:
    """Whether a receipt says that this same input has failed with these same settings.

    Not where a picture was refused: it may be another by now.
    """
    return (
        receipt.state in ("failed", "partial")
        and all(failure.kind != PictureError.__name__ for failure in receipt.failures)
        and receipt.fingerprint == fingerprint(item, settings)
        and receipt.input_sha256 == input_hash(item)
    )


def fingerprint(item: Item, settings: Settings) -> str:
    """That of the settings, and of what is said of this article alone."""
    said = msgspec.json.encode(sorted(item.reading.items()))
    return hashlib.sha256(settings.fingerprint.encode() + said).hexdigest()


def input_hash(item: Item) -> str:
    """The SHA-256 of the input, empty when it cannot be read."""
    return _hash_of(Path(item.opened))


def asset_hashes(article: Article, folder: Path | None) -> tuple[AssetHash, ...]:
    """The files of its own folder that an article names, as they are now."""
    if folder is None:
        return ()
    named = (asset_path(asset.href, folder) for asset in article.assets if asset.href)
    paths = sorted({path for path in named if path})
    return tuple(AssetHash(printable(str(path)), _hash_of(path)) for path in paths)


def published(target: Path) -> tuple[str, tuple[FileSize, ...]]:
    """The hash of a folder's manifest, and its files."""
    sizes = [FileSize(path.name, path.stat().st_size) for path in sorted(target.iterdir())]
    return _hash_of(target / MANIFEST), tuple(sizes)


def _is_whole(target: Path, receipt: Receipt) -> bool:
    try:
        return (
            _hash_of(target / MANIFEST) == receipt.manifest_sha256
            and bool(receipt.manifest_sha256)
            and all((target / file.name).stat().st_size == file.size for file in receipt.files)
        )
    except OSError:
        return False


def _hash_of(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would never end
            return ""
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
