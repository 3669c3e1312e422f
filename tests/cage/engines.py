"""Engines that misbehave for real, called inside the cage by its tests."""

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

from render.errors import BudgetError


class OwnError(BudgetError):
    """A kind that only this module knows."""


def echo(payload: bytes) -> bytes:
    return payload


def identity(payload: bytes) -> bytes:
    return str(os.getpid()).encode()


def hang(payload: bytes) -> bytes:
    time.sleep(60)
    return b""


def spin(payload: bytes) -> bytes:
    while True:
        pass


def segfault(payload: bytes) -> bytes:
    ctypes.string_at(0)
    return b""


def abort(payload: bytes) -> bytes:
    os.write(2, b"engine: out of ideas\n")
    os.abort()


def leave(payload: bytes) -> bytes:
    os._exit(7)


def swallow_memory(payload: bytes) -> bytes:
    return bytes(4_000_000_000)


def chatter(payload: bytes) -> bytes:
    sys.stdout.write("on stdout")
    sys.stderr.write("on stderr")
    os.write(1, b"straight to descriptor one\n" * 5000)
    return payload


def read_stdin(payload: bytes) -> bytes:
    return os.read(0, 10)


def refuse(payload: bytes) -> bytes:
    raise BudgetError("too many 'words'", hint="split the article")


def refuse_in_its_own_way(payload: bytes) -> bytes:
    raise OwnError("no", hint="")


def fail(payload: bytes) -> bytes:
    raise ValueError("first line\nsecond line")


def quit_early(payload: bytes) -> bytes:
    sys.exit(3)


def give_text(payload: bytes) -> bytes:
    return "text"  # type: ignore[return-value]


def start_child_and_hang(payload: bytes) -> bytes:
    grandchild = subprocess.Popen(["sleep", "60"])
    Path(payload.decode()).write_text(str(grandchild.pid))
    time.sleep(60)
    return b""


def write_endlessly(payload: bytes) -> bytes:
    with Path(payload.decode()).open("wb") as stream:
        stream.writelines(bytes(1_000_000) for _ in range(300))
    return b"done"


def surroundings(payload: bytes) -> bytes:
    home = os.environ.get("HOME", "none")
    return f"{home} é {sys.flags.utf8_mode} {hash('same')}".encode()


def identities(payload: bytes) -> bytes:
    """The processes of a call at home, of one in a cage of its own, and of this one."""
    from render.cage import Limits, engines_here, run

    limits = Limits(20, 500_000_000)
    with engines_here():
        here = run("engines:identity", b"", limits)
    elsewhere = run("engines:identity", b"", limits)
    return b" ".join((here, elsewhere, str(os.getpid()).encode()))


def refuse_at_home(payload: bytes) -> bytes:
    from render.cage import Limits, engines_here, run

    with engines_here():
        return run("engines:refuse", b"", Limits(20, 500_000_000))


def has_site(payload: bytes) -> bytes:
    return b"site" if "site" in sys.modules else b"bare"
