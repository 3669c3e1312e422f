"""A model brought into the user's folder: copied or fetched whole, verified, then renamed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from render.errors import InputError, OutputError, UsageError
from render.voice_models.checksums import checksum, sum_file, sums
from render.voice_models.folder import SUFFIX, models_folder
from render.voice_models.sources import bring, file_name

# The first field of every ONNX file, its version (onnx.proto, ModelProto.ir_version).
_ONNX = b"\x08"


@dataclass(frozen=True, slots=True)
class Added:
    """A model that is in the folder now: how to ask for it, and the SHA-256 it is held to.

    `unsaid` are those of its voices whose language cannot be said.
    """

    voice: str
    langs: tuple[str, ...]
    path: Path
    sha256: str
    unsaid: tuple[str, ...] = ()


def add(source: str, sha256: str | None, complete: Callable[[Path], Path]) -> tuple[Path, str]:
    """Bring the model at a path or http(s) address; gives where it is now and its SHA-256.

    `complete` puts the file that belongs beside a model there, and verifies the two. Raises
    UsageError for a name that is no model or is taken by another, InputError when it cannot
    be read, is no model or is not the one of `sha256`; then nothing is left behind.
    """
    name = _name(source)
    folder = models_folder()
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".adding-") as scratch:
            model = Path(scratch) / name
            bring(source, model)
            found = _verified(model, sha256)
            companion = complete(model)
            _ensure_free(target, found)
            sum_file(model).write_bytes(sums((model, companion)))
            # What tells its kind comes last: a model without it is not there.
            for path in (sum_file(model), model, companion):
                path.replace(folder / path.name)
    except OSError as error:
        raise OutputError(
            f"the model cannot be put into '{folder}': {error.strerror or error}",
            hint="name another folder in LISIBLE_VOICES",
        ) from error
    return target, found


def _name(source: str) -> str:
    name = file_name(source)
    if not name.endswith(SUFFIX) or name == SUFFIX:
        raise UsageError(
            f"'{source}' is no speech model",
            hint=f"it is a file or address that ends in {SUFFIX}",
        )
    return name


def _verified(model: Path, sha256: str | None) -> str:
    with model.open("rb") as file:
        first = file.read(64)
    if not first.startswith(_ONNX):
        begins = first[:20].decode("utf-8", "replace")
        raise InputError(f"'{model.name}' is no ONNX model: it begins with '{begins}'")
    found = checksum(model)
    if sha256 is not None and found != sha256.strip().lower():
        raise InputError(
            f"'{model.name}' has the SHA-256 {found}, not {sha256.strip().lower()}",
            hint="fetch it again, and compare with what its maker publishes",
        )
    return found


def _ensure_free(target: Path, sha256: str) -> None:
    if target.exists() and checksum(target) != sha256:
        raise UsageError(
            f"there is another voice called '{target.stem}'",
            hint=f"remove '{target}' first, or give the new file another name",
        )
