"""A folder of entries named by their key, a SHA-256; each carries its own checksum.

No locks: entries appear whole by one rename, and two processes that make the same
entry make the same bytes. Never pickle: what is read is bytes for a typed decoder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from render.interruption import hold, let_go

_MAGIC = b"lisible-cache-1\n"
_HEAD_BYTES = len(_MAGIC) + 32
_PARTIAL = ".partial-"
_ABANDONED_AFTER_S = 3600
# A key is a SHA-256: the folder may hold files of others, and `posts/fr/a.md` is no entry.
_FOLDER, _NAME = re.compile("[0-9a-f]{2}"), re.compile("[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the cache holds: entries and bytes, in all and by step."""

    entries: int
    size: int
    steps: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Store:
    """The entries below one folder, which is made when the first is put."""

    folder: Path

    def get(self, step: str, key: str) -> bytes | None:
        """The bytes of an entry; None when there is none, or when it is damaged.

        A damaged entry is removed, so that whoever makes it again can put it.
        """
        path = self._path(step, key)
        try:
            held = path.read_bytes()
        except OSError:
            return None
        body = held[_HEAD_BYTES:]
        if held[:_HEAD_BYTES] != _MAGIC + hashlib.sha256(body).digest():
            _remove(path)
            return None
        # When it was last of use is what pruning goes by.
        with contextlib.suppress(OSError):
            os.utime(path)
        return body

    def put(self, step: str, key: str, body: bytes) -> None:
        """Keep an entry. A cache that cannot be written costs time later and nothing now."""
        path = self._path(step, key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = hold(lambda: _begun(path.parent), _remove)
            try:
                with partial.open("wb") as stream:
                    stream.write(_MAGIC + hashlib.sha256(body).digest())
                    stream.write(body)
                partial.replace(path)
            finally:
                _remove(partial)  # nothing, once it has its name
                let_go(partial)

    def holdings(self) -> Holdings:
        """What is held now."""
        steps: dict[str, tuple[int, int]] = {}
        for path, held in self._entries():
            step = path.parent.parent.name
            number, size = steps.get(step, (0, 0))
            steps[step] = (number + 1, size + held.st_size)
        listed = tuple((step, *steps[step]) for step in sorted(steps))
        return Holdings(
            sum(number for _, number, _ in listed), sum(size for _, _, size in listed), listed
        )

    def prune(self, limit_bytes: int) -> tuple[int, int]:
        """Remove what was longest of no use until `limit_bytes` are kept.

        Gives the number of entries removed and their bytes; leftovers of killed
        processes go too, and are not counted.
        """
        self._sweep()
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns)
        excess = sum(held.st_size for _, held in entries) - limit_bytes
        removed = freed = 0
        for path, held in entries:
            if excess - freed <= 0:
                break
            _remove(path)
            removed, freed = removed + 1, freed + held.st_size
        return removed, freed

    def _path(self, step: str, key: str) -> Path:
        return self.folder / step / key[:2] / key[2:]

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob("*/??/*"):
            if _FOLDER.fullmatch(path.parent.name) and _NAME.fullmatch(path.name):
                with contextlib.suppress(OSError):  # another process removed it
                    held = path.lstat()
                    if stat.S_ISREG(held.st_mode):
                        yield path, held

    def _sweep(self) -> None:
        for path in self.folder.glob(f"*/[0-9a-f][0-9a-f]/{_PARTIAL}*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED_AFTER_S:
                    path.unlink()


def _begun(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=_PARTIAL, dir=folder)
    os.close(handle)
    return Path(name)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
