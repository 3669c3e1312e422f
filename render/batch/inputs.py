"""Which articles a batch is of: files, folders, globs, manifests, or a list on standard input.

Everything is listed in a settled order and one at a time, so that a million articles
cost no memory and every shard sees the same list.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from render.batch import manifest
from render.batch.naming import Names
from render.batch.storage import is_address, remote
from render.batch.values import Item
from render.errors import InputError, UsageError
from render.pipeline.patterns import is_pattern, matching
from render.pipeline.source import printable

if TYPE_CHECKING:
    from render.plugins import Reader


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count`, from 1; the same article is always in the same part."""

    number: int = 1
    count: int = 1

    def has(self, item_id: str) -> bool:
        """Whether an article is in this part, by a hash of what it is called."""
        digest = hashlib.sha256(item_id.encode("utf-8", "surrogateescape")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs as the user named them; the output is never among them.

    `suffixes` are those of articles, where they are known already.
    """

    named: tuple[str, ...]
    output: str
    shard: Shard = Shard()
    suffixes: tuple[str, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every article of the shard. Raises UsageError where a name leads to none."""
        names = Names()
        for listed in self._listed():
            name = names.article(PurePosixPath(listed.said.get("name") or listed.place))
            if self.shard.has(listed.id):
                reading = {
                    key: value for key, value in listed.said.items() if key not in ("path", "name")
                }
                path = printable(listed.path)
                raw_path = os.fsencode(listed.path) if path != listed.path else b""
                yield Item(printable(listed.id), path, name, reading, raw_path)

    def count(self) -> int | None:
        """How many articles the shard has; None where they can be listed only once."""
        if "-" in self.named:
            return None
        return sum(self.shard.has(listed.id) for listed in self._listed())

    def _listed(self) -> Iterator[_Listed]:
        suffixes = frozenset(self.suffixes or article_suffixes())
        for name in self.named:
            found = False
            for listed in _of(name, suffixes, Path(self.output).resolve()):
                found = True
                yield listed
            if not found:
                raise UsageError(
                    f"'{name}' names no article", hint=f"files end in {', '.join(sorted(suffixes))}"
                )


def article_suffixes() -> tuple[str, ...]:
    """What the names of articles end in, by the readers that there are."""
    # The readers take 40 ms to import.
    from render import plugins

    readers: dict[str, Reader] = plugins.find_all("readers")
    return tuple(sorted({suffix for reader in readers.values() for suffix in reader.suffixes}))


@dataclass(frozen=True, slots=True)
class _Listed:
    """`place` is the path its name is made of, below where it was found."""

    id: str
    path: str
    place: str
    said: dict[str, str]


def _of(name: str, suffixes: frozenset[str], output: Path) -> Iterator[_Listed]:
    path = Path(name)
    if is_address(name):
        yield from _behind(name, suffixes)
    elif name == "-":
        yield from _from_rows(manifest.json_rows(_standard_input(), "standard input"), Path())
    elif path.is_dir():
        yield from _below(path, suffixes, output)
    elif is_pattern(name, Path()):
        yield from map(_file, matching(name, Path(), output))
    elif path.suffix.casefold() in manifest.SUFFIXES:
        yield from _from_rows(manifest.rows(path), path.parent)
    else:
        yield _file(name)


def _file(name: str) -> _Listed:
    return _Listed(name, name, Path(name).name, {})


def _behind(address: str, suffixes: frozenset[str]) -> Iterator[_Listed]:
    """The article at an address, or those below it."""
    if PurePosixPath(address).suffix.casefold() in suffixes:
        yield _Listed(address, address, PurePosixPath(address).name, {})
        return
    for place in remote(address).below(suffixes):
        yield _Listed(place, f"{address.rstrip('/')}/{place}", place, {})


def _below(root: Path, suffixes: frozenset[str], output: Path) -> Iterator[_Listed]:
    """Articles of a folder and those below it; neither hidden ones nor our own output."""
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if name[0] != "." and (here / name).resolve() != output
        )
        for name in sorted(files):
            if name[0] != "." and Path(name).suffix.casefold() in suffixes:
                place = (here / name).relative_to(root).as_posix()
                yield _Listed(place, str(here / name), place, {})


def _from_rows(rows: Iterator[dict[str, str]], folder: Path) -> Iterator[_Listed]:
    for row in rows:
        path = row["path"]
        place = PurePosixPath(path)
        # A path that leads elsewhere names its article by its last part.
        inside = not (place.is_absolute() or ".." in place.parts or is_address(path))
        local = path if is_address(path) else str(folder / path)
        yield _Listed(path, local, path if inside else place.name, row)


def _standard_input() -> Iterator[str]:
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("standard input is closed", hint="name files or folders instead of -")
    return iter(sys.stdin)
