"""What nothing may do: run in a cage to prove that it would be seen there."""

import contextlib
import socket
from pathlib import Path


def read_outside(path: bytes) -> bytes:
    return Path(path.decode()).read_bytes()


def call_somebody(_payload: bytes) -> bytes:
    with contextlib.suppress(OSError), socket.socket() as caller:
        caller.connect(("127.0.0.1", 9))
    return b""
