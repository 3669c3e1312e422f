"""The outside of the cage: starts the child, sends calls, keeps the clock, names each end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn, Self, cast

from render import errors
from render.cage import child, frames, nesting
from render.errors import EngineError, RenderError
from render.interruption import hold, let_go

_CRASH_HINT = "the other formats are not affected; run `lisible doctor` to check the engine"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use: seconds on the wall clock and bytes of address space.

    Memory, processor time and file size are limited where the system can (not on Windows).
    """

    wall_s: float
    memory_bytes: int


class Worker:
    """One warm child process for many calls; a context manager.

    The child starts with the first call. After a crash or a time-out the next call
    starts a fresh one. One caller at a time. A `bare` child starts a quarter faster, for
    engines that import only Lisible and the standard library: it lacks what Python's `site`
    prepares.
    """

    def __init__(self, *, bare: bool = False) -> None:
        self._options = ("-S",) if bare else ()
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def call(self, target: str, payload: bytes, limits: Limits) -> bytes:
        """What the function named `module:function` gives for `payload` inside the cage.

        The function takes bytes and gives bytes or a bytearray. Raises EngineError when the child
        crashes (naming the signal), runs out of time or memory, or raises anything
        unforeseen; a RenderError raised inside comes out as its own kind. Inside a cage
        whose engines are at home (`engines_here`) the function runs in this process.
        """
        if nesting.are_engines_here():
            kind, body = child.answer(target, payload)
            return _unpack(target, kind, bytes(body))
        process = self._process or self._start()
        timed_out = threading.Event()
        clock = threading.Timer(limits.wall_s, _stop, (process, timed_out))
        clock.daemon = True
        clock.start()
        try:
            kind, body = _exchange(process, target, payload, limits)
        except (EOFError, OSError):
            clock.cancel()
            self._explain_end(target, limits, timed_out=timed_out.is_set())
        except BaseException:  # Ctrl-C too: the child is in the middle of something.
            self.close()
            raise
        finally:
            clock.cancel()
        if kind == child.OUT_OF_MEMORY:
            self.close()
            raise _memory_error(target, limits)
        return _unpack(target, kind, body)

    def close(self) -> None:
        """End the child and all it started, and reap it."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        let_go(process)
        for stream in (process.stdin, process.stdout, self._stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._stderr = None

    def _start(self) -> subprocess.Popen[bytes]:
        # A file, not a pipe: nobody has to empty it while the engine talks.
        self._stderr = _scratch_file()
        process = self._process = hold(self._child, _kill)
        # A child that is gone already is explained by the call that follows.
        with contextlib.suppress(OSError):
            frames.write_texts(cast("IO[bytes]", process.stdin), _import_path())
        return process

    def _child(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-s", "-X", "utf8", *self._options, child.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr or subprocess.DEVNULL,
            # Same input, same bytes: engines iterate over sets of strings.
            env=os.environ | {"PYTHONHASHSEED": "0"},
            # A process group of its own, so that what the engine starts ends with it.
            start_new_session=True,
        )

    def _explain_end(self, target: str, limits: Limits, *, timed_out: bool) -> NoReturn:
        process = self._process
        if process is None:
            raise EngineError(f"'{target}' could not be started", hint=_CRASH_HINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        status, last_words = process.returncode, _last_line(self._stderr)
        self.close()
        if timed_out:
            raise EngineError(
                f"'{target}' was stopped after {limits.wall_s:g} s, the limit",
                hint="shorten the article, or raise the time limit",
            )
        if "MemoryError" in last_words or "failed to allocate" in last_words:
            raise _memory_error(target, limits)
        said = f": {last_words}" if last_words else ""
        raise EngineError(f"'{target}' {_end_named(status)}{said}", hint=_CRASH_HINT)


def run(target: str, payload: bytes, limits: Limits) -> bytes:
    """One call in a child of its own; see `Worker.call`."""
    with Worker() as worker:
        return worker.call(target, payload, limits)


def _exchange(
    process: subprocess.Popen[bytes], target: str, payload: bytes, limits: Limits
) -> tuple[bytes, bytes]:
    calls, replies = process.stdin, process.stdout
    if calls is None or replies is None:
        raise EOFError
    frames.write_texts(calls, (target, repr(limits.wall_s), str(limits.memory_bytes)))
    frames.write_frame(calls, payload)
    return frames.read_frame(replies), frames.read_frame(replies)


def _import_path() -> list[str]:
    # Exactly ours, without "" and relative entries: the working folder may hold anything.
    home = str(Path(errors.__file__).resolve().parent.parent)
    path = [entry for entry in sys.path if entry and Path(entry).is_absolute()]
    return path if home in path else [*path, home]


def _unpack(target: str, kind: bytes, body: bytes) -> bytes:
    if kind == child.RESULT:
        return body
    if kind == child.TYPED_ERROR:
        kinds, message, hint = json.loads(body)
        raise _error_class(kinds)(message, hint=hint)
    raise EngineError(f"'{target}' failed: {body.decode(errors='replace')}", hint=_CRASH_HINT)


def _error_class(kinds: list[str]) -> type[RenderError]:
    for name in kinds:
        kind = getattr(errors, name, None)
        if isinstance(kind, type) and issubclass(kind, RenderError):
            return kind
    return EngineError


def _memory_error(target: str, limits: Limits) -> EngineError:
    return EngineError(
        f"'{target}' needed more than {limits.memory_bytes // 1_000_000} MB of memory, the limit",
        hint="shorten the article or its pictures, or raise the memory limit",
    )


def _end_named(status: int | None) -> str:
    if status is None:
        return "closed its pipe and hung"
    if status >= 0:
        return f"ended with status {status}"
    try:
        return f"crashed with {signal.Signals(-status).name}"
    except ValueError:
        return f"crashed with signal {-status}"


def _stop(process: subprocess.Popen[bytes], timed_out: threading.Event) -> None:
    timed_out.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    # The group outlives its leader while something the engine started still runs.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _scratch_file() -> IO[bytes] | None:
    try:
        return tempfile.TemporaryFile()
    except OSError:
        return None


def _last_line(stream: IO[bytes] | None) -> str:
    if stream is None:
        return ""
    stream.seek(0, os.SEEK_END)
    stream.seek(max(0, stream.tell() - 2000))
    lines = stream.read().decode(errors="replace").split("\n")
    return next((line.strip()[:300] for line in reversed(lines) if line.strip()), "")
