"""The file as a whole: version, encryption, identity, metadata, actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from render.checks.pdf_x.faults import Fault

if TYPE_CHECKING:
    from pikepdf import Pdf

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_X = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
# ISO 15930-7: what the metadata must say, and for the dates where Info says it too.
_REQUIRED = {
    f"{_XMP}CreateDate": "/CreationDate",
    f"{_XMP}ModifyDate": "/ModDate",
    f"{_XMP}MetadataDate": "",
    f"{_MM}DocumentID": "",
    f"{_MM}VersionID": "",
    f"{_MM}RenditionClass": "",
    f"{_DC}title": "/Title",
}


def whole(pdf: Pdf) -> Iterator[Fault]:
    """Faults of the file's own properties."""
    if pdf.pdf_version > "1.6":
        yield Fault("PDFX-101", f"the file is PDF {pdf.pdf_version}, and PDF/X-4 ends at 1.6")
    if pdf.is_encrypted:
        yield Fault("PDFX-102", "the file is encrypted")
    if "/ID" not in pdf.trailer:
        yield Fault("PDFX-103", "the file has no identifier (ID)")
    yield from _metadata(pdf)
    if str(pdf.docinfo.get("/Trapped", "")) not in {"/True", "/False"}:
        yield Fault("PDFX-106", "the file does not say whether it is trapped")
    yield from _actions(pdf)


def _metadata(pdf: Pdf) -> Iterator[Fault]:
    found = _properties(pdf)
    version = found.get(_X, "")
    if version != "PDF/X-4":
        said = f"says '{version}'" if version else "does not say which PDF/X it is"
        yield Fault("PDFX-104", f"the metadata {said}")
    for name, key in _REQUIRED.items():
        short = name.rpartition("}")[2]
        if not found.get(name):
            yield Fault("PDFX-105", f"the metadata has no {short}")
        elif key and not _agree(found[name], str(pdf.docinfo.get(key, "")), short):
            yield Fault("PDFX-107", f"{short} is not the same in the metadata and in Info")


def _properties(pdf: Pdf) -> dict[str, str]:
    """The properties of the XMP packet by their full name; the first item of a list."""
    stream = pdf.Root.get("/Metadata")
    try:
        root = fromstring(stream.read_bytes() if stream is not None else b"")  # noqa: S314
    except ParseError:
        return {}
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        found |= description.attrib
        found |= {str(child.tag): _value(child) for child in description}
    return found


def _value(element: Element) -> str:
    item = next(element.iter(f"{_RDF}li"), element)
    return (item.text or "").strip()


def _agree(metadata: str, info: str, name: str) -> bool:
    if not name.endswith("Date"):
        return metadata == info
    # To the day: the two write hours and zones otherwise, and may leave them out.
    digits = re.sub(r"\D", "", metadata)[:8]
    return bool(digits) and re.sub(r"\D", "", info)[: len(digits)] == digits


def _actions(pdf: Pdf) -> Iterator[Fault]:
    names: Any = pdf.Root.get("/Names", {})
    held = {key for key in ("/OpenAction", "/AA") if _is_action(pdf.Root.get(key))}
    if held or "/JavaScript" in names:
        yield Fault("PDFX-108", "the file acts when it is opened")
    for number, page in enumerate(pdf.pages, 1):
        if "/AA" in page.obj:
            yield Fault("PDFX-108", "the page acts when it is opened", number)


def _is_action(value: Any) -> bool:  # noqa: ANN401
    import pikepdf

    # A place to open the file at is no action.
    return isinstance(value, pikepdf.Dictionary)
