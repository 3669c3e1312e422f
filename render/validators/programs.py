"""External programs: finding them, and running them on copies of the files to check."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from render.errors import EngineError
from render.interruption import hold, let_go
from render.plugins import CheckedFile

# The slowest seen was Ace, 14 s a book on a loaded machine.
TIME_LIMIT_S = 300


class Absent(Exception):
    """A validator is not installed; the text says what is missing and how to get it."""


def validators_folder() -> Path:
    """LISIBLE_VALIDATORS, else the `.validators` of a checkout, else a folder of the user's."""
    named = os.environ.get("LISIBLE_VALIDATORS")
    if named:
        return Path(named)
    beside = Path(__file__).resolve().parents[2] / ".validators"
    if beside.is_dir():
        return beside
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return Path(data) / "lisible" / "validators"


def find_tool(*parts: str) -> Path:
    """The path of an installed validator's file or folder. Raises Absent."""
    path = validators_folder().joinpath(*parts)
    if not path.exists():
        raise Absent(f"'{path}' is not there; `make validators` in a checkout installs it")
    return path


def find_program(*names: str) -> str:
    """The first of these programs that is on the PATH. Raises Absent."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise Absent(f"the program '{names[0]}' is not installed")


def run_program(
    arguments: list[str], *, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end and give its output, whatever its exit code.

    Raises EngineError when it cannot be started or takes longer than five minutes.
    """

    def begin() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, **(environment or {})},
        )

    try:
        # Ace ends its browser when it is asked to end, and not when it is killed.
        process = hold(begin, subprocess.Popen.terminate)
    except OSError as error:
        raise EngineError(f"{arguments[0]} cannot be started: {error.strerror}") from error
    with process:
        try:
            output, errors = process.communicate(timeout=TIME_LIMIT_S)
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"{arguments[0]} ran longer than {TIME_LIMIT_S} s") from error
        finally:
            process.kill()  # nothing, once it has ended
            let_go(process)
    return subprocess.CompletedProcess(arguments, process.returncode, output, errors)


@contextmanager
def staged(files: tuple[CheckedFile, ...]) -> Iterator[tuple[Path, ...]]:
    """The files on disk, in folders of their own so that equal names do not meet."""
    folder = hold(lambda: tempfile.mkdtemp(prefix="lisible-check-"), _remove)
    try:
        paths = []
        for number, file in enumerate(files):
            path = Path(folder, str(number), Path(file.name).name)
            path.parent.mkdir()
            path.write_bytes(file.data)
            paths.append(path)
        yield tuple(paths)
    finally:
        _remove(folder)
        let_go(folder)


def _remove(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
