"""DAISY 2.02 books: nothing is missing, links lead somewhere, times are true.

Our own, as no validator of the format can be installed from a package registry.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from render.findings import Finding, Place, Severity
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPES = ("application/zip",)
_REQUIRED = (
    "dc:creator", "dc:date", "dc:format", "dc:identifier", "dc:language", "dc:publisher",
    "dc:title", "ncc:charset", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial",
    "ncc:setInfo", "ncc:tocItems", "ncc:totalTime",
)  # fmt: skip
_TOLERANCE_S = 0.05
_HEADING = re.compile(r"h([1-6])$")
_MOST_BYTES = 1 << 31


@dataclass(frozen=True, slots=True)
class _Document:
    """A parsed file: its elements in order, their ids and its metadata."""

    name: str
    elements: tuple[ET.Element, ...]
    ids: frozenset[str]
    metadata: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    file: str
    message: str


def _run(subject: Subject) -> Verdict:
    files = [file for file in subject.files if file.media_type in _TYPES and _is_book(file)]
    findings = tuple(finding for file in files for finding in _findings(file))
    names = tuple(file.name for file in files)
    return Verdict("daisy", "Lisible DAISY", "", "ran", names, findings)


def _is_book(file: CheckedFile) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return "ncc.html" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _findings(file: CheckedFile) -> Iterator[Finding]:
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
            faults = [_Fault("DAISY-001", "", "larger than 2 GB when unpacked")]
        else:
            faults = list(_faults({name: archive.read(name) for name in archive.namelist()}))
    for fault in faults:
        where = Place(file.name, detail=fault.file)
        yield Finding(fault.code, Severity.ERROR, fault.message, where=where)


def _faults(files: dict[str, bytes]) -> Iterator[_Fault]:
    documents = {}
    for name, data in files.items():
        if name.endswith((".html", ".smil")):
            try:
                documents[name] = _parsed(name, data)
            except (ET.ParseError, ValueError) as error:
                yield _Fault("DAISY-001", name, f"not well-formed: {error}")
    ncc = documents.get("ncc.html")
    if ncc is None:
        return
    yield from _metadata_faults(ncc, len(files))
    yield from _heading_faults(ncc)
    smils = list(_smils_in_order(ncc, documents))
    yield from _link_faults(ncc, smils, documents, files)
    yield from _time_faults(ncc, smils, files)


def _parsed(name: str, data: bytes) -> _Document:
    # Our books declare no entities; one that does may be a trap for parsers.
    if b"<!ENTITY" in data:
        raise ValueError("it declares entities")
    elements = tuple(ET.fromstring(data).iter())  # noqa: S314  entities are refused above
    ids = [element.get("id") for element in elements if element.get("id")]
    if len(ids) != len(set(ids)):
        raise ValueError("an id stands twice")
    metadata = {
        element.get("name", ""): element.get("content", "")
        for element in elements
        if _tag(element) == "meta"
    }
    return _Document(name, elements, frozenset(filter(None, ids)), metadata)


def _metadata_faults(ncc: _Document, file_count: int) -> Iterator[_Fault]:
    for name in _REQUIRED:
        if not ncc.metadata.get(name):
            yield _Fault("DAISY-002", ncc.name, f"no '{name}'")
    if ncc.metadata.get("dc:format") not in {None, "Daisy 2.02"}:
        yield _Fault("DAISY-002", ncc.name, f"format '{ncc.metadata['dc:format']}'")
    counted = {"ncc:files": file_count, "ncc:tocItems": len(_headings(ncc))}
    for name, count in counted.items():
        told = ncc.metadata.get(name)
        if told and told != str(count):
            yield _Fault("DAISY-002", ncc.name, f"'{name}' is {told}, there are {count}")


def _heading_faults(ncc: _Document) -> Iterator[_Fault]:
    levels = _headings(ncc)
    first = next((element for element in ncc.elements if _HEADING.match(_tag(element))), None)
    if first is None or _tag(first) != "h1" or first.get("class") != "title":
        yield _Fault("DAISY-003", ncc.name, "the first heading is not the title")
    for above, below in pairwise(levels):
        if below > above + 1:
            yield _Fault("DAISY-003", ncc.name, f"level {below} follows level {above}")


def _headings(ncc: _Document) -> list[int]:
    found = (_HEADING.match(_tag(element)) for element in ncc.elements)
    return [int(match.group(1)) for match in found if match]


def _smils_in_order(ncc: _Document, documents: dict[str, _Document]) -> Iterator[_Document]:
    names = dict.fromkeys(link.partition("#")[0] for link in _links(ncc))
    yield from (documents[name] for name in names if name in documents)


def _links(ncc: _Document) -> list[str]:
    return [element.get("href", "") for element in ncc.elements if _tag(element) == "a"]


def _link_faults(
    ncc: _Document,
    smils: list[_Document],
    documents: dict[str, _Document],
    files: dict[str, bytes],
) -> Iterator[_Fault]:
    sources = [(ncc.name, link) for link in _links(ncc)]
    sources += [
        (smil.name, element.get("src", ""))
        for smil in smils
        for element in smil.elements
        if _tag(element) in {"text", "audio"}
    ]
    for name, link in sources:
        target, _, fragment = link.partition("#")
        if target not in files:
            yield _Fault("DAISY-004", name, f"'{target}' is not in the book")
        elif fragment and target in documents and fragment not in documents[target].ids:
            yield _Fault("DAISY-004", name, f"'{link}' leads nowhere")


def _time_faults(
    ncc: _Document, smils: list[_Document], files: dict[str, bytes]
) -> Iterator[_Fault]:
    total_s = 0.0
    ends: dict[str, float] = {}
    for smil in smils:
        for element in smil.elements:
            if _tag(element) != "audio":
                continue
            sound = element.get("src", "")
            begin, end = _npt(element.get("clip-begin")), _npt(element.get("clip-end"))
            if begin < ends.get(sound, 0.0) or end <= begin:
                yield _Fault("DAISY-005", smil.name, f"clip {begin:.3f} to {end:.3f} s overlaps")
            ends[sound] = end
            total_s += end - begin
    for sound, end in ends.items():
        if end > _mp3_seconds(files.get(sound, b"")) + _TOLERANCE_S:
            yield _Fault("DAISY-005", sound, f"a clip ends at {end:.3f} s, after the sound")
    told = ncc.metadata.get("ncc:totalTime", "")
    if told and abs(_clock(told) - total_s) > 1:
        yield _Fault("DAISY-005", ncc.name, f"told {told}, the clips last {total_s:.1f} s")


def _npt(value: str | None) -> float:
    match = re.fullmatch(r"npt=([\d.]+)s", value or "")
    return float(match.group(1)) if match else -1.0


def _clock(value: str) -> float:
    seconds = 0.0
    for part in value.split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def _mp3_seconds(data: bytes) -> float:
    import av  # heavy

    try:
        with av.open(io.BytesIO(data), "r") as container:
            # Counted, since the header tells what should be there.
            stream = container.streams.audio[0]
            ticks = sum(packet.duration or 0 for packet in container.demux(stream))
            return float(ticks * (stream.time_base or 0))
    except (av.FFmpegError, IndexError):
        return 0.0


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


CHECK = Check(name="daisy", media_types=_TYPES, run=_run)
