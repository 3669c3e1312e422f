"""Writes down what a Python process opens to read, and every call it makes to a network.

Python imports a module of this name when it starts, so a folder on PYTHONPATH and a file
named by LISIBLE_WATCH are enough to watch a process and all Python processes below it.
"""

import os
import sys

_WRITING = os.O_WRONLY | os.O_RDWR
_CALLS: set[str] | None = {"socket.connect", "socket.sendto", "socket.bind", "socket.getaddrinfo"}
_log = -1


def begin(path):
    """Write to the file at `path` from now on."""
    global _log  # noqa: PLW0603 (what a process does is its own)
    if _log < 0:
        sys.addaudithook(_hear)
    else:
        os.close(_log)
    _log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _hear(event, arguments):
    # A hook outlives the globals of its module when Python ends.
    if _CALLS is None:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, (str, bytes, os.PathLike)) and not flags & _WRITING:
            # Links are followed where it is read: `outside` looks at where they lead.
            _tell(f"read {os.path.abspath(os.fsdecode(path))}")  # noqa: PTH100
    elif event in _CALLS:
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        # The address of a socket between processes of one machine is a path.
        if not isinstance(address, (str, bytes)) or event == "socket.getaddrinfo":
            _tell(f"call {address!r}")


def _tell(line):
    if _log >= 0:
        os.write(_log, line.encode("utf-8", "backslashreplace").replace(b"\n", b" ") + b"\n")


if "LISIBLE_WATCH" in os.environ:
    begin(os.environ["LISIBLE_WATCH"])
