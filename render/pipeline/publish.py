"""Publishing: a whole folder appears under its final name, or nothing changes.

Files are written beside the target, flushed to the disk and renamed into place;
a reader sees the old edition or the new one, never a mixture.
"""

import contextlib
import ctypes
import errno
import json
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from render.errors import OutputError

MANIFEST = "manifest.json"

# Which machine and which of its processes: on shared storage the others are alive elsewhere.
_STAGING = re.compile(r"\.lisible-(.+)-(\d+)-[^-]+")
_ABANDONED_AFTER_S = 86_400


def publish(files: Mapping[str, bytes], target: Path, staging: Path | None = None) -> None:
    """Make `target` a folder of exactly these files, staged in a folder of the same disk.

    An existing folder is replaced only when Lisible wrote it and nobody added to
    it. Raises OutputError, and leaves what was there untouched, when the place
    cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(target)
        beside = staging or target.parent
        sweep(beside)
        staged = Path(tempfile.mkdtemp(prefix=_prefix(), dir=beside))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        for name, data in files.items():
            with (staged / name).open("xb") as stream:
                stream.write(data)
        # All are written before one is flushed: a disk flushes them together.
        for name in files:
            _flush(staged / name)
        staged.chmod(0o755 & ~_umask())
        _flush_folder(staged)
        _replace(staged, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    if not target.exists():
        if target.is_symlink():
            raise OutputError(
                f"'{target}' is a link that leads nowhere", hint="remove it, or choose another -o"
            )
        return
    if not target.is_dir():
        raise OutputError(
            f"'{target}' is a file, and a folder of that name is needed",
            hint="move it away, or choose another folder with -o",
        )
    found = {entry.name for entry in target.iterdir()}
    foreign = sorted(found - _written(target)) if found else []
    if foreign:
        raise OutputError(
            f"'{target}' holds files that Lisible did not write: {', '.join(foreign[:5])}",
            hint="move them away, or choose another folder with -o",
        )


def _written(target: Path) -> set[str]:
    """The names our own manifest lists, or none where there is no such manifest."""
    try:
        manifest = json.loads((target / MANIFEST).read_bytes())
        return {MANIFEST, *(entry["name"] for entry in manifest["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def sweep(parent: Path) -> None:
    """Remove what killed runs left behind in a folder; a living process keeps its own.

    What another machine staged is taken for abandoned after a day.
    """
    for entry in parent.glob(".lisible-*"):
        match = _STAGING.match(entry.name)
        if match and _abandoned(entry, match[1], int(match[2])):
            shutil.rmtree(entry, ignore_errors=True)


def _prefix() -> str:
    return f".lisible-{_machine()}-{os.getpid()}-"


def _machine() -> str:
    return re.sub(r"[^A-Za-z0-9.]", "_", platform.node())[:60] or "machine"


def _abandoned(entry: Path, machine: str, process_id: int) -> bool:
    if machine == _machine():
        return not _alive(process_id)
    try:
        return time.time() - entry.stat().st_mtime > _ABANDONED_AFTER_S
    except OSError:
        return False


def _alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _is_zombie(process_id)


def _is_zombie(process_id: int) -> bool:
    """Killed, and not yet buried by the process that adopted it; Linux tells."""
    try:
        status = Path(f"/proc/{process_id}/stat").read_text("utf-8", "replace")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[:1] == ["Z"]


def _flush(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    # Folders cannot be opened on Windows, and need not be flushed there.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(staged: Path, target: Path) -> None:
    """Swap the two folders in one step where the system can, else in two renames."""
    if not target.exists():
        try:
            staged.rename(target)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
            # Another run made it a moment ago; ours takes its place.
    if not _exchange(staged, target):
        aside = staged.with_name(staged.name + "-old")
        target.rename(aside)
        staged.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    here, a, b = -100, os.fsencode(first), os.fsencode(second)  # AT_FDCWD on Linux
    with contextlib.suppress(AttributeError):
        if sys.platform == "linux" and library:
            return bool(library.renameat2(here, a, here, b, 2) == 0)  # RENAME_EXCHANGE
        if sys.platform == "darwin" and library:
            return bool(library.renamex_np(a, b, 2) == 0)  # RENAME_SWAP
    return False


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def _unwritable(target: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write '{target}': {(error.strerror or str(error)).lower()}",
        hint="check the room and the rights there, or choose another folder with -o",
    )
