"""The ZIP container: its files within a budget, and the way to the package document."""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from render.epub_reading.xml import NotXmlError, parsed
from render.errors import BudgetError, InputError

if TYPE_CHECKING:
    from lxml import etree

MAX_ENTRIES = 10_000
# A bomb of 0.6 MB opens to 629 MB (bad EPUBs met in the wild); 18 hours of sound are 410 MB,
# and open to hardly more than they are.
MAX_TOTAL_BYTES = 400_000_000
MAX_GROWTH = 2
_CONTAINER = "META-INF/container.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"
_HINT = "open the file with an archive tool; if that fails too, ask for it again"


@dataclass(frozen=True, slots=True)
class Container:
    """The files by name, in the order of the archive, and the path of the package document.

    `mimetype_is_first` says that the file named so comes first and is stored.
    """

    files: dict[str, bytes]
    package_path: str
    mimetype_is_first: bool
    encrypted: frozenset[str]


def open_container(data: bytes) -> Container:
    """The opened container.

    Raises InputError where it is no EPUB container, and BudgetError where it is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_budget(entries, max(MAX_TOTAL_BYTES, MAX_GROWTH * len(data)))
            files = {_name(entry): archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise InputError(f"not a ZIP container: {error}", hint=_HINT) from error
    except (RuntimeError, NotImplementedError) as error:
        raise InputError(f"the ZIP container cannot be read: {error}", hint=_HINT) from error
    first = entries[0] if entries else None
    is_first = (
        first is not None
        and first.filename == "mimetype"
        and first.compress_type == zipfile.ZIP_STORED
    )
    return Container(files, _package_path(files), is_first, _encrypted(files))


def _name(entry: zipfile.ZipInfo) -> str:
    # Names are compared composed: one tool writes é as one character, another as two (OCF 4.2.3).
    return unicodedata.normalize("NFC", entry.filename)


def _check_budget(entries: list[zipfile.ZipInfo], most_bytes: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise BudgetError(f"the container has {len(entries)} entries, over {MAX_ENTRIES}")
    total = sum(entry.file_size for entry in entries)
    if total > most_bytes:
        raise BudgetError(f"the container opens to {total} bytes, over {most_bytes}")


def _package_path(files: dict[str, bytes]) -> str:
    if _CONTAINER not in files:
        raise InputError(f"the container has no {_CONTAINER}", hint="this is not an EPUB")
    root = _xml(files[_CONTAINER], _CONTAINER)
    for rootfile in root.iter("{*}rootfile"):
        path = rootfile.get("full-path", "")
        if rootfile.get("media-type") == _PACKAGE_TYPE and path in files:
            return path
    raise InputError(f"{_CONTAINER} names no package document that is in the container")


def _encrypted(files: dict[str, bytes]) -> frozenset[str]:
    data = files.get("META-INF/encryption.xml")
    if data is None:
        return frozenset()
    root = _xml(data, "META-INF/encryption.xml")
    references = (element.get("URI", "") for element in root.iter("{*}CipherReference"))
    return frozenset(unquote(reference) for reference in references)


def _xml(data: bytes, name: str) -> etree._Element:
    try:
        return parsed(data)
    except NotXmlError as error:
        raise InputError(f"{name} is not well-formed: {error}") from error
