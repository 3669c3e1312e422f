"""The SHA-256 checksums of a model, in a file beside it that `sha256sum --check` reads too."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from render.errors import EngineError


def sum_file(model: Path) -> Path:
    """Where the checksums of a model and the file beside it are kept."""
    return model.with_name(f"{model.name}.sha256")


def sums(files: tuple[Path, ...]) -> bytes:
    """The content of that file, for these files under their own names."""
    return "".join(f"{checksum(path)}  {path.name}\n" for path in files).encode()


def checksum(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verify(model: Path) -> None:
    """Raise EngineError where a model is not what it was when it was added.

    A model that was put into the folder by hand has no checksum to be held to.
    """
    noted = sum_file(model)
    if noted.is_file():
        files = _files(noted)
        _verified(noted, files, tuple(path.stat().st_mtime_ns for path in files))


# A model of 60 MB takes 0.1 s, and a narration asks for it at every sentence.
@cache
def _verified(noted: Path, files: tuple[Path, ...], _modified_ns: tuple[int, ...]) -> None:
    expected = dict(_entries(noted))
    for path in files:
        if checksum(path) != expected[path.name]:
            raise EngineError(
                f"the file '{path}' has changed since it was added",
                hint="remove it and add it again with `lisible voices add`",
            )


def _files(noted: Path) -> tuple[Path, ...]:
    paths = tuple(noted.with_name(name) for name, _ in _entries(noted))
    for path in paths:
        if not path.is_file():
            raise EngineError(
                f"the file '{path}' is missing", hint="add it again with `lisible voices add`"
            )
    return paths


def _entries(noted: Path) -> tuple[tuple[str, str], ...]:
    lines = noted.read_text("utf-8", "replace").splitlines()
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return tuple((name, digest) for digest, name in pairs)
