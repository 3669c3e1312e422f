"""What changes editions beside the input: the program, its tools, the theme, the options."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution, entry_points
from pathlib import Path

import msgspec

import render.errors
from render.batch.values import Settings
from render.theme import load


def signed(settings: Settings) -> Settings:
    """The settings with the fingerprints of everything they stand for.

    Reads the program's and the theme's files in full: their times say nothing on
    another machine of a cluster.
    """
    tools = tool_versions()
    program = hashlib.sha256(msgspec.json.encode(sorted(tools.items())))
    program.update(_tree(Path(render.errors.__file__).parent))
    for folder in load(settings.theme).folders:
        program.update(_tree(folder))
    bare = msgspec.structs.replace(
        settings, output="", cache=None, limits={}, program="", fingerprint="", tools={}
    )
    asked = hashlib.sha256(program.digest() + msgspec.json.encode(bare))
    return msgspec.structs.replace(
        settings, tools=tools, program=program.hexdigest(), fingerprint=asked.hexdigest()
    )


def tool_versions() -> dict[str, str]:
    """Lisible, what it is built on and who provides its plug-ins, with their versions."""
    ours = distribution("lisible")
    found = {"lisible": ours.version}
    for line in ours.requires or ():
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        if installed := _installed(name):
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


def _said(installed: Distribution, field: str) -> str:
    """A field of a distribution's metadata, without parsing all of it, which takes 3 ms each."""
    text = installed.read_text("METADATA") or installed.read_text("PKG-INFO") or ""
    match = re.search(rf"^{field}: *(\S+)", text, re.MULTILINE)
    return match[1] if match else installed.metadata[field]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _tree(folder: Path) -> bytes:
    """A hash of the files below a folder: their names and all they hold."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
