"""An engine that dies, for the tests of the cage around voices."""

import os
import signal


def segfault(_payload: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""
