"""A model brought into the user's folder: copied or fetched whole, verified, then renamed.

The only place of Lisible that asks a server for anything, and only when a user names it.
"""

from __future__ import annotations

import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from render.errors import InputError, OutputError, UsageError
from render.voices.piper.checksums import checksum, sum_file, sums
from render.voices.piper.models import Model, configuration_of, model_at, models_folder

_TIMEOUT_S = 60.0
_SUFFIX = ".onnx"
# The first field of every ONNX file, its version (onnx.proto, ModelProto.ir_version).
_ONNX = b"\x08"


@dataclass(frozen=True, slots=True)
class Added:
    """A model that is in the folder now, with the SHA-256 it is held to."""

    model: Model
    sha256: str


def add(source: str, sha256: str | None = None) -> Added:
    """Bring the model at a path or http(s) address, with its `.json` beside it.

    Raises UsageError for a name that is no model or is taken by another, InputError when it
    cannot be read, is no model or is not the one of `sha256`; then nothing is left behind.
    """
    name = _name(source)
    folder = models_folder()
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".adding-") as scratch:
            model = Path(scratch) / name
            _bring(source, model)
            _bring(_beside(source), configuration_of(model))
            found = _verified(model, sha256)
            _ensure_free(target, found)
            sum_file(model).write_bytes(sums((model, configuration_of(model))))
            # The configuration last: a model without one is not there.
            for path in (sum_file(model), model, configuration_of(model)):
                path.replace(folder / path.name)
    except OSError as error:
        raise OutputError(
            f"the model cannot be put into '{folder}': {error.strerror or error}",
            hint="name another folder in LISIBLE_VOICES",
        ) from error
    return Added(model_at(target), found)


def _name(source: str) -> str:
    parts = urlsplit(source)
    name = PurePosixPath(unquote(parts.path)).name if _is_address(source) else Path(source).name
    if not name.endswith(_SUFFIX) or name == _SUFFIX:
        raise UsageError(
            f"'{source}' is no Piper model",
            hint=f"it is a file or address that ends in {_SUFFIX}, its {_SUFFIX}.json beside it",
        )
    return name


def _beside(source: str) -> str:
    """The configuration of a model: the same place, `.json` at the end of the path."""
    if not _is_address(source):
        return f"{source}.json"
    parts = urlsplit(source)
    return parts._replace(path=f"{parts.path}.json").geturl()


def _bring(source: str, target: Path) -> None:
    with _opened(source) as incoming, target.open("xb") as file:
        shutil.copyfileobj(incoming, file, 1 << 20)


@contextmanager
def _opened(source: str) -> Iterator[IO[bytes]]:
    try:
        if _is_address(source):
            request = urllib.request.Request(source, headers={"User-Agent": "lisible"})  # noqa: S310  http and https only
            with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310  the same
                yield answer
        else:
            with Path(source).open("rb") as file:
                yield file
    except (urllib.error.URLError, TimeoutError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(f"'{source}' cannot be fetched: {reason}") from error
    except FileNotFoundError as error:
        raise InputError(
            f"'{source}' does not exist", hint="a model needs its .json beside it"
        ) from error


def _verified(model: Path, sha256: str | None) -> str:
    with model.open("rb") as file:
        first = file.read(64)
    if not first.startswith(_ONNX):
        begins = first[:20].decode("utf-8", "replace")
        raise InputError(f"'{model.name}' is no ONNX model: it begins with '{begins}'")
    model_at(model)
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


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
