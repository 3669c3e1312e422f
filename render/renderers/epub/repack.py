"""The same container for the same content: what EbookLib leaves to chance is set here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from render.errors import EngineError

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold
_COMPRESSED = (".jpg", ".png", ".webp", ".mp3", ".m4a", ".mp4", ".webm")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Touches:
    """What EbookLib cannot say in the package document, and how many entries it must hold."""

    lang: str
    dir: str
    entry_count: int


def repack(container: bytes, touches: Touches) -> bytes:
    """The container with its package document completed; same content, same bytes."""
    return with_package_document(container, lambda document: _touched(document, touches))


def with_package_document(container: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    """The container with its package document edited.

    Each entry's time, mode and compression are fixed: `mimetype` is first and stored
    (EPUB 3.3, 4.2.2), pictures and sound are stored.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(container)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        if names[0] != "mimetype" or len(set(names)) != len(names):
            raise EngineError("the EPUB container has no mimetype first, or a name twice")
        for name in names:
            data = old.read(name)
            if name.endswith("/content.opf"):
                data = edit(data)
            new.writestr(_entry(name), data, compresslevel=9)
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3  # Unix, wherever it was made
    entry.external_attr = 0o644 << 16
    is_stored = name == "mimetype" or name.endswith(_COMPRESSED)
    entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
    return entry


def _touched(package_document: bytes, touches: Touches) -> bytes:
    from lxml import etree  # loaded already: EbookLib needs it

    root = etree.fromstring(package_document, etree.XMLParser(remove_blank_text=True))
    if len(root.findall("{*}metadata/*")) != touches.entry_count:
        # EbookLib logs an entry that cannot be XML, leaves it out and reports success.
        raise EngineError("the EPUB container lost a metadata entry")
    root.set(_XML_LANG, touches.lang)
    root.set("dir", touches.dir)
    # Reserved prefixes need no declaration, and a fixed layout is never declared.
    root.attrib.pop("prefix")
    etree.cleanup_namespaces(root)
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
