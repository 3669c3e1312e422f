"""Storage that is not a folder here: inputs and outputs named by an address, through fsspec.

What is read is brought here for as long as it is needed; what is made is made here and
sent, the manifest of a folder after its files and the receipt after its manifest.
"""

from __future__ import annotations

import importlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from render.batch.naming import QUARANTINE
from render.batch.receipts import STATE, receipt_path
from render.batch.values import Receipt
from render.errors import InputError, MissingEngineError, OutputError
from render.pipeline.publish import MANIFEST

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether a name is an address and not a path."""
    return _ADDRESS.match(name) is not None


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder behind an address; `files` is an fsspec file system and `root` a path in it."""

    files: Any
    root: str

    def below(self, suffixes: frozenset[str], folder: str = "") -> Iterator[str]:
        """The files below a folder, as paths from it, sorted; none of them hidden."""
        root = self._at(folder).rstrip("/")
        try:
            found = sorted(map(str, self.files.find(root)))
        except (OSError, ValueError) as error:
            raise InputError(f"cannot list '{root}': {error}") from error
        for path in found:
            place = PurePosixPath(path).relative_to(PurePosixPath(root))
            hidden = any(part.startswith(".") for part in place.parts)
            if not hidden and place.suffix.casefold() in suffixes:
                yield str(place)

    def bring(self, place: str, target: Path) -> None:
        """Copy one file here. Raises InputError when it cannot be read."""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.files.get_file(self._at(place), str(target))
        except (OSError, ValueError) as error:
            raise InputError(f"cannot read '{self._at(place)}': {error}") from error

    def bring_receipt(self, name: str, output: Path) -> None:
        """Copy the receipt of an article here, where there is one."""
        target = receipt_path(output, name)
        place = target.relative_to(output).as_posix()
        if not target.exists() and self.files.exists(self._at(place)):
            self.bring(place, target)

    def bring_receipts(self, output: Path) -> None:
        """Copy all receipts here, for a report."""
        for place in self.below(frozenset({".json"}), f"{STATE}/receipts"):
            self.bring(f"{STATE}/receipts/{place}", output / STATE / "receipts" / place)

    def is_whole(self, receipt: Receipt) -> bool:
        """Whether the files a receipt speaks of are there, in their sizes."""
        try:
            return bool(receipt.files) and all(
                self.files.size(self._at(f"{receipt.name}/{file.name}")) == file.size
                for file in receipt.files
            )
        except OSError:
            return False

    def send(self, name: str, output: Path) -> None:
        """Put what was made of an article there and forget it here. Raises OutputError."""
        receipt = receipt_path(output, name)
        try:
            for folder in (f"{QUARANTINE}/{name}", name):
                self._send_folder(output / folder, folder)
            if receipt.is_file():
                self._put(receipt, receipt.relative_to(output).as_posix())
        except (OSError, ValueError) as error:
            raise OutputError(
                f"cannot write '{self._at(name)}': {error}",
                hint="check the room and the rights there",
            ) from error

    def _send_folder(self, folder: Path, place: str) -> None:
        if self.files.exists(self._at(place)):
            self.files.rm(self._at(place), recursive=True)
        if (folder / MANIFEST).is_file():
            names = sorted(path.name for path in folder.iterdir() if path.is_file())
            names.sort(key=MANIFEST.__eq__)
            for name in names:
                self._put(folder / name, f"{place}/{name}")
            shutil.rmtree(folder)

    def _put(self, file: Path, place: str) -> None:
        target = self._at(place)
        self.files.makedirs(target.rpartition("/")[0], exist_ok=True)
        self.files.put_file(str(file), target)

    def _at(self, place: str) -> str:
        return f"{self.root.rstrip('/')}/{place}"


def remote(address: str) -> Remote:
    """The folder at an address. Raises MissingEngineError when its storage is not installed."""
    try:
        files, root = importlib.import_module("fsspec").url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise MissingEngineError(
            f"the storage of '{address}' is not installed: {error}",
            hint="install it with `pip install fsspec`, and its own package, as s3fs for s3://",
        ) from error
    return Remote(files, root)
