"""Length-prefixed frames over a pipe: eight bytes, big-endian, then that many bytes.

Imports nothing: the child reads frames before it has its import path.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

# What the length takes.
_HEAD_BYTES = 8
# 64 GB: no reply, but an engine that wrote into the pipe.
_MOST_BYTES = 1 << 36
# No path and no target holds it.
_BETWEEN_TEXTS = "\0"


def write_frame(stream: IO[bytes], body: bytes | bytearray) -> None:
    """Write one frame and flush it."""
    stream.write(len(body).to_bytes(_HEAD_BYTES, "big"))
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes:
    """The next frame; raises EOFError when the other end has gone."""
    length = int.from_bytes(_read_exactly(stream, _HEAD_BYTES), "big")
    if length > _MOST_BYTES:
        raise EOFError
    return _read_exactly(stream, length)


def write_texts(stream: IO[bytes], texts: Iterable[str]) -> None:
    """Write texts without NUL, paths among them, as one frame."""
    body = _BETWEEN_TEXTS.join(texts).encode("utf-8", "surrogatepass")
    write_frame(stream, body)


def read_texts(stream: IO[bytes]) -> list[str]:
    """The texts of the next frame."""
    return read_frame(stream).decode("utf-8", "surrogatepass").split(_BETWEEN_TEXTS)


def _read_exactly(stream: IO[bytes], count: int) -> bytes:
    # At once: a buffered reader fills the very bytes that it gives.
    body = stream.read(count)
    if len(body) < count:
        raise EOFError
    return body
