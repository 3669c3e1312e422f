"""The inside of the cage: answers calls over its first stdin and stdout until they close.

Run as a script by the supervisor, in a fresh interpreter. The first frame is the
import path; after it, each call is a header frame and a payload frame.
"""

import contextlib
import importlib
import importlib.util
import json
import os
import sys
from types import ModuleType
from typing import BinaryIO

# Replies begin with one of these.
RESULT, TYPED_ERROR, OTHER_ERROR, OUT_OF_MEMORY = b"R", b"T", b"E", b"M"


def serve() -> None:
    """Take the protocol's pipes away from the engine, then answer calls until they close."""
    calls, replies = _private_pipes()
    try:
        sys.path[:] = json.loads(_read_first_frame(calls))
        frames = _frames()
        while True:
            header = json.loads(frames.read_frame(calls))
            payload = frames.read_frame(calls)
            _limit(header["wall_s"], header["memory_bytes"])
            frames.write_frame(replies, answer(header["target"], payload))
    except (EOFError, BrokenPipeError):
        return


def answer(target: str, payload: bytes) -> bytes:
    """The reply to one call: its first byte is one of the four above."""
    from render.errors import RenderError

    try:
        module, _, name = target.partition(":")
        function = getattr(importlib.import_module(module), name)
        result = function(payload)
        if isinstance(result, bytes):
            return RESULT + result
        return OTHER_ERROR + f"gave {type(result).__name__} and not bytes".encode()
    except RenderError as error:
        kinds = [kind.__name__ for kind in type(error).__mro__]
        return TYPED_ERROR + json.dumps([kinds, error.message, error.hint]).encode()
    except MemoryError:
        return OUT_OF_MEMORY
    # The border of the cage: whatever the engine raised becomes one line for the supervisor.
    except (Exception, SystemExit) as error:  # noqa: BLE001
        line = " ".join(str(error).split())[:500]
        return OTHER_ERROR + f"{type(error).__name__}: {line}".rstrip(": ").encode()


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    # An engine that prints, even from C, must not write into the protocol.
    calls = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return calls, replies


def _read_first_frame(stream: BinaryIO) -> bytes:
    # frames.py cannot be imported before the path that this very frame brings.
    length = int.from_bytes(stream.read(8), "big")
    if not length:
        raise EOFError
    return stream.read(length)


def _frames() -> ModuleType:
    # The module alone: the package's door brings the supervisor too, 20 ms of it a child.
    path = os.path.join(os.path.dirname(__file__), "frames.py")  # noqa: PTH118, PTH120
    spec = importlib.util.spec_from_file_location("frames", path)
    if spec is None or spec.loader is None:
        raise EOFError
    frames = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(frames)
    return frames


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
        # macOS refuses RLIMIT_AS below what is mapped already.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    serve()
