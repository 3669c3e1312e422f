"""Engines that fail, each in its way, for the tests of the cage around voices."""

import errno
import os
import signal
import time


def segfault(_payload: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def leave(_payload: bytes) -> bytes:
    os._exit(3)


def raise_error(_payload: bytes) -> bytes:
    raise ValueError("no such phoneme")


def hang(_payload: bytes) -> bytes:
    time.sleep(60)
    return b""


def say_nothing(_payload: bytes) -> bytes:
    return b""


def say_silence(payload: bytes) -> bytes:
    return bytes(2000 * len(payload))


def fill_the_disk(_payload: bytes) -> bytes:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def eat_memory(_payload: bytes) -> bytes:
    return bytes(5 * 10**9)
