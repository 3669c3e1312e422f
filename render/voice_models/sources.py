"""What a user names to be brought: a file, or an http(s) address.

The only place of Lisible that asks a server for anything, and only when a user names it.
"""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from render.errors import InputError

_TIMEOUT_S = 60.0


def file_name(source: str) -> str:
    """The last part of a path or address, without a query."""
    if not _is_address(source):
        return Path(source).name
    return PurePosixPath(unquote(urlsplit(source).path)).name


def with_suffix_more(source: str, suffix: str) -> str:
    """The same place, with a suffix at the end of its path."""
    if not _is_address(source):
        return f"{source}{suffix}"
    parts = urlsplit(source)
    return parts._replace(path=f"{parts.path}{suffix}").geturl()


def bring(source: str, target: Path, *, hint: str = "") -> None:
    """Copy or fetch into a file that is not there yet.

    Raises InputError when it cannot be read; `hint` is for one that does not exist.
    """
    with _opened(source, hint) as incoming, target.open("xb") as file:
        shutil.copyfileobj(incoming, file, 1 << 20)


@contextmanager
def _opened(source: str, hint: str) -> Iterator[IO[bytes]]:
    try:
        if _is_address(source):
            request = urllib.request.Request(source, headers={"User-Agent": "lisible"})  # noqa: S310  http and https only
            with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310  the same
                yield answer
        else:
            with Path(source).open("rb") as file:
                yield file
    except (urllib.error.URLError, TimeoutError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(f"'{source}' cannot be fetched: {reason}", hint=hint) from error
    except FileNotFoundError as error:
        raise InputError(f"'{source}' does not exist", hint=hint) from error


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
