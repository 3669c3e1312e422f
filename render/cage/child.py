"""The inside of the cage: answers calls over its first stdin and stdout until they close.

Run as a script by the supervisor, in a fresh interpreter. The first frame is the
import path; after it, each call is a header frame and a payload frame, each reply a
frame with its kind and one with its body. It imports no more than it needs: `json` and
`typing` alone take as long to load as three sentences to say.
"""

from __future__ import annotations

import importlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import BinaryIO

# The kinds of replies.
RESULT, TYPED_ERROR, OTHER_ERROR, OUT_OF_MEMORY = b"R", b"T", b"E", b"M"


def serve() -> None:
    """Take the protocol's pipes away from the engine, then answer calls until they close."""
    calls, replies = _private_pipes()
    try:
        frames = _frames()
        sys.path[:] = frames.read_texts(calls)
        while True:
            target, wall_s, memory_bytes = frames.read_texts(calls)
            payload = frames.read_frame(calls)
            _limit(float(wall_s), int(memory_bytes))
            for part in answer(target, payload):
                frames.write_frame(replies, part)
    except (EOFError, BrokenPipeError):
        return


def answer(target: str, payload: bytes) -> tuple[bytes, bytes | bytearray]:
    """The reply to one call: one of the four kinds above, and its body."""
    from render.errors import RenderError

    try:
        module, _, name = target.partition(":")
        function = getattr(importlib.import_module(module), name)
        result = function(payload)
        if isinstance(result, bytes | bytearray):
            return RESULT, result
        return OTHER_ERROR, f"gave {type(result).__name__} and not bytes".encode()
    except RenderError as error:
        import json  # slow to load, and most calls succeed

        kinds = [kind.__name__ for kind in type(error).__mro__]
        return TYPED_ERROR, json.dumps([kinds, error.message, error.hint]).encode()
    except MemoryError:
        return OUT_OF_MEMORY, b""
    # The border of the cage: whatever the engine raised becomes one line for the supervisor.
    except (Exception, SystemExit) as error:  # noqa: BLE001
        line = " ".join(str(error).split())[:500]
        return OTHER_ERROR, f"{type(error).__name__}: {line}".rstrip(": ").encode()


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    # An engine that prints, even from C, must not write into the protocol.
    calls = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return calls, replies


def _frames() -> ModuleType:
    # By its own folder: the package's door brings the supervisor too, 20 ms of it a child.
    sys.path[:] = [os.path.dirname(__file__), *sys.path]  # noqa: PTH120
    return importlib.import_module("frames")


def _limit(wall_s: float, memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the supervisor's clock is left.
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    # Twice the wall clock, as engines have threads: it only ends a child whose parent was killed.
    cpu_s = int(usage.ru_utime + usage.ru_stime + 2 * wall_s) + 2
    for name, value in (
        ("RLIMIT_CPU", cpu_s),
        ("RLIMIT_AS", memory_bytes),
        ("RLIMIT_FSIZE", memory_bytes),
        ("RLIMIT_CORE", 0),
    ):
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):
            continue  # macOS refuses RLIMIT_AS below what is mapped already.


if __name__ == "__main__":
    serve()
