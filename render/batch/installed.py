"""What is installed: the program, its tools, themes and speech models, as digests of all they hold.

Reading it all takes longer than finding a hundred articles valid, so that what was read is
remembered for as long as the system says that no file was touched.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import render.errors
from render.cache import Memory
from render.voice_models.folder import models_folder

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_STEP = "installed"


def tools(memory: Memory) -> dict[str, str]:
    """Lisible, what it is built on and who provides its plug-ins, with their versions."""
    # Whatever pip does makes or removes a folder in one of these.
    key = memory.key(_STEP, "tools", [_touched(Path(entry or ".")) for entry in sys.path])
    return memory.recall(_STEP, key, _tool_versions, dict[str, str])


def program(memory: Memory) -> str:
    """A digest of every file of the program."""
    return tree(Path(render.errors.__file__).parent, memory)


def speech_models(memory: Memory) -> str:
    """A digest of the speech models that the user brought: the voice `auto` prefers them."""
    folder = models_folder()
    return tree(folder, memory) if folder.is_dir() else ""


def tree(folder: Path, memory: Memory) -> str:
    """A digest of the files below a folder: their names and all they hold."""
    paths = sorted(_files(str(folder)))
    key = memory.key(_STEP, "tree", [(path, _touched(Path(path))) for path in paths])

    def digest() -> str:
        whole = hashlib.sha256()
        for path in paths:
            whole.update(Path(path).relative_to(folder).as_posix().encode())
            whole.update(hashlib.sha256(Path(path).read_bytes()).digest())
        return whole.hexdigest()

    return memory.recall(_STEP, key, digest, str)


def _files(folder: str, above: frozenset[tuple[int, int]] = frozenset()) -> Iterator[str]:
    """Every file below; `above` are the folders that this one is in, to which a link may lead."""
    about = Path(folder).stat()
    here = (about.st_dev, about.st_ino)
    if here in above:
        return
    # Not Path.rglob, which takes ten times as long.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path, above | {here})
            elif entry.is_file():
                yield entry.path


def _touched(path: Path) -> tuple[int, ...]:
    """What differs once a file was written, or exchanged for another with its old times."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _tool_versions() -> dict[str, str]:
    # It takes 20 ms to import.
    from importlib.metadata import distribution, entry_points

    ours = distribution("lisible")
    found = {"lisible": ours.version}
    for line in ours.requires or ():
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        if installed := _distribution(name):
            found[name.lower()] = _said(installed, "Version")
    points = (
        point
        for group in ("readers", "renderers", "voices", "checks")
        for point in entry_points(group=f"render.{group}")
    )
    # Most plug-ins are of one distribution.
    providers = {id(point.dist): point.dist for point in points if point.dist}
    found |= {_said(each, "Name").lower(): _said(each, "Version") for each in providers.values()}
    return dict(sorted(found.items()))


def _distribution(name: str) -> Distribution | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _said(installed: Distribution, field: str) -> str:
    """A field of a distribution's metadata, without parsing all of it, which takes 3 ms each."""
    text = installed.read_text("METADATA") or installed.read_text("PKG-INFO") or ""
    match = re.search(rf"^{field}: *(\S+)", text, re.MULTILINE)
    return match[1] if match else installed.metadata[field]
