"""Opening what the user named: a file or standard input, and nothing on a network."""

import re
import sys
from pathlib import Path

from render.errors import InputError, UsageError
from render.reading import Source


def printable(name: str) -> str:
    r"""A file's name to show and to write; what is no UTF-8 in it as `\xff`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def open_file(name: str) -> tuple[Source, Path | None]:
    """The bytes of the file `name`, or of standard input for `-`, and the folder of its assets.

    Raises InputError when it cannot be read, UsageError for an address.
    """
    if name == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise InputError("standard input is closed", hint="name a file instead of -")
        return Source(sys.stdin.buffer.read(), "standard input"), None
    if re.match(r"[a-z][a-z0-9+.-]+://", name, re.IGNORECASE):
        raise UsageError(
            f"'{name}' is an address, and Lisible never uses the network",
            hint="save the page first and name the file",
        )
    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"'{name}' is not a file", hint="name the article's file itself")
        # The bare name: reports must be the same wherever the file lies.
        return Source(path.read_bytes(), printable(path.name)), path.parent
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"cannot read '{name}': {reason.lower()}", hint="check the name and your rights to it"
        ) from error
