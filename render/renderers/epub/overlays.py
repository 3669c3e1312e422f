"""Media overlays: which words sound when, document by document (EPUB 3.3, 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from render.narration import Narration
from render.renderers.epub.documents import Document
from render.renderers.epub.facts import XHTML

if TYPE_CHECKING:
    from lxml import etree

# Parts a listener may leave at once, and parts they may choose never to hear (9.2.1, 9.2.2).
_ESCAPABLE = {
    "table": "table",
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "figure": "figure",
    "aside": "aside",
}
_ESCAPABLE_ROLES = {"doc-endnotes": "endnotes", "doc-footnote": "footnote"}
_SKIPPABLE = {
    "doc-pagebreak": "pagebreak",
    "doc-footnote": "footnote",
    "doc-endnotes": "footnote",
    "doc-noteref": "noteref",
}
_MARKER_MS = 60
_LEAD_MS = 60  # readers that ignore the encoder delay of an MP3 start up to 50 ms late


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of the sound, in milliseconds; after `spoken_ms` it is silent."""

    begin_ms: int
    end_ms: int
    spoken_ms: int


@dataclass(frozen=True, slots=True)
class Overlay:
    """The overlay of one document: SMIL, how long it sounds, and which ids it gives a sound."""

    document: str
    data: bytes
    duration_ms: int
    ids: frozenset[str]


def clips_of(narration: Narration) -> dict[str, Clip]:
    """The clip of each element, pauses included, so that nothing between sentences is cut.

    Clips follow each other without a gap from 0 to the end of the sound, and each
    begins in the silence before its words. Cues of one element that follow each other
    become one clip.
    """
    runs: list[tuple[str, int, int]] = []
    for cue in narration.cues:
        begin, end = narration.milliseconds(cue.begin), narration.milliseconds(cue.end)
        if runs and runs[-1][0] == cue.id:
            runs[-1] = (cue.id, runs[-1][1], end)
        else:
            runs.append((cue.id, begin, end))
    between = (_border(earlier[2], later[1]) for earlier, later in pairwise(runs))
    borders = (0, *between, narration.milliseconds(narration.sample_count))
    clips: dict[str, Clip] = {}
    for number, (key, _, end) in enumerate(runs):
        clips.setdefault(key, Clip(borders[number], borders[number + 1], end))
    return clips


def with_page_markers(clips: Mapping[str, Clip], documents: Iterable[Document]) -> dict[str, Clip]:
    """The clips, with a moment of silence for each marker of a printed page.

    The voice says no page numbers; the moment, cut from the pause before the page's first
    words, lets a reader follow the pages of the print edition and skip their announcement.
    """
    found = dict(clips)
    before = {clip.end_ms: key for key, clip in clips.items()}
    for document in documents:
        for marker, follower in _openings(document, own_clips(clips, document)):
            border = clips[f"{document.prefix}{follower}"].begin_ms
            key = before.get(border, "")
            if key and border - clips[key].spoken_ms >= 2 * _MARKER_MS:
                clip = found[key]
                found[key] = Clip(clip.begin_ms, border - _MARKER_MS, clip.spoken_ms)
                found[f"{document.prefix}{marker}"] = Clip(
                    border - _MARKER_MS, border, border - _MARKER_MS
                )
    return found


def own_clips(clips: Mapping[str, Clip], document: Document) -> Mapping[str, Clip]:
    """The clips of a document, by the ids that its elements have there."""
    prefix = document.prefix
    if not prefix:
        return clips
    return {key.removeprefix(prefix): clips[key] for key in clips if key.startswith(prefix)}


def _openings(document: Document, clips: Mapping[str, Clip]) -> Iterator[tuple[str, str]]:
    """Each page marker with the first element after it that sounds."""
    marker = ""
    for element in document.tree().iter(f"{XHTML}*"):
        key = element.get("id", "")
        if element.get("role") == "doc-pagebreak":
            marker = key
        elif marker and key in clips:
            yield marker, key
            marker = ""


def overlay_of(document: Document, clips: Mapping[str, Clip], audio: str) -> Overlay | None:
    """The overlay of a document, or None where nothing of it sounds. Order: the document's."""
    writer = _Writer(document.file_name, clips, audio)
    body = "".join(writer.within(document.tree()))
    if not writer.spoken:
        return None
    data = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' version="3.0">\n<body epub:textref="{escape(document.file_name)}">\n{body}</body>\n'
        "</smil>\n"
    ).encode()
    duration_ms = sum(clips[key].end_ms - clips[key].begin_ms for key in writer.spoken)
    return Overlay(document.id, data, duration_ms, frozenset(writer.spoken))


def clock(milliseconds: int) -> str:
    """A clock value: `H:MM:SS.mmm`, the one form that every reader understands."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _border(end_ms: int, begin_ms: int) -> int:
    is_long = begin_ms - end_ms > 2 * _LEAD_MS
    return begin_ms - _LEAD_MS if is_long else (end_ms + begin_ms) // 2


class _Writer:
    """The overlay being written; `spoken` grows with each element that sounds."""

    def __init__(self, document: str, clips: Mapping[str, Clip], audio: str) -> None:
        self.document = document
        self.clips = clips
        self.audio = audio
        self.spoken: list[str] = []

    def within(self, element: etree._Element) -> Iterator[str]:
        """The pars and seqs of what is inside an element."""
        for child in element.iterchildren(f"{XHTML}*", "{http://www.w3.org/1998/Math/MathML}math"):
            key = child.get("id", "")
            inside = "".join(self.within(child))
            if key in self.clips:
                # A player's title sounds for the whole of it; its transcript follows inside.
                yield self._par(child, key) + inside
                continue
            kind = _escapable(child)
            if inside and kind and key:
                yield (
                    f'<seq id="seq-{escape(key)}" epub:type="{kind}"'
                    f' epub:textref="{self._reference(key)}">\n{inside}</seq>\n'
                )
            else:
                yield inside

    def _par(self, element: etree._Element, key: str) -> str:
        clip = self.clips[key]
        self.spoken.append(key)
        kind = _skippable(element)
        typed = f' epub:type="{kind}"' if kind else ""
        return (
            f'<par id="par-{escape(key)}"{typed}><text src="{self._reference(key)}"/>'
            f'<audio src="{escape(self.audio)}" clipBegin="{clock(clip.begin_ms)}"'
            f' clipEnd="{clock(clip.end_ms)}"/></par>\n'
        )

    def _reference(self, key: str) -> str:
        return f"{escape(self.document)}#{escape(key)}"


def _escapable(element: etree._Element) -> str:
    if element.get("role") in _ESCAPABLE_ROLES:
        return _ESCAPABLE_ROLES[element.get("role", "")]
    return _ESCAPABLE.get(str(element.tag).removeprefix(XHTML), "")


def _skippable(element: etree._Element) -> str:
    places = (element, *element.iterancestors(f"{XHTML}*"))
    kinds = (_SKIPPABLE.get(place.get("role", ""), "") for place in places)
    return next(filter(None, kinds), "")
