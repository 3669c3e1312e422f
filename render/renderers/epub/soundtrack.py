"""The narration inside the package: one file of sound, an overlay for each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from render.findings import Finding, Place, Severity
from render.narration import Narration
from render.renderers.epub.documents import Document
from render.renderers.epub.entries import Entry
from render.renderers.epub.overlays import Overlay, clips_of, clock, overlay_of, with_page_markers
from render.renderers.epub.resources import Resource
from render.renderers.epub.silence import unspoken

AUDIO_FILE = "audio/narration.mp3"
ACTIVE_CLASS = "-epub-media-overlay-active"
PLAYING_CLASS = "-epub-media-overlay-playing"
_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """What the narration adds to the package; empty without one.

    `is_whole` says that every word and alternative of the documents sounds.
    """

    resources: tuple[Resource, ...] = ()
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_whole: bool = False


def soundtrack(documents: tuple[Document, ...], narration: Narration | None) -> Soundtrack:
    """The sound of the documents. Raises EngineError when it cannot be encoded."""
    if narration is None or not narration.cues:
        return Soundtrack()
    clips = with_page_markers(clips_of(narration), documents)
    made = [(document, overlay_of(document, clips, AUDIO_FILE)) for document in documents]
    overlays = [overlay for _, overlay in made if overlay]
    silent = [
        word
        for document, overlay in made
        for word in unspoken(document, overlay.ids if overlay else frozenset())
    ]
    return Soundtrack(
        resources=(_audio(narration), *(_resource(overlay) for overlay in overlays)),
        entries=tuple(_entries(overlays, narration)),
        findings=(_finding(silent),) if silent else (),
        is_whole=not silent,
    )


def _audio(narration: Narration) -> Resource:
    from render.sound.encoding import mp3  # PyAV costs 0.2 s to import

    data = mp3(narration.pcm, narration.sample_rate_hz)
    return Resource("narration", AUDIO_FILE, "audio/mpeg", data)


def _resource(overlay: Overlay) -> Resource:
    name = f"{overlay.document}.smil"
    key = f"overlay-{overlay.document}"
    return Resource(key, name, "application/smil+xml", overlay.data, overlay=overlay.document)


def _entries(overlays: list[Overlay], narration: Narration) -> Iterator[Entry]:
    total_ms = sum(overlay.duration_ms for overlay in overlays)
    yield Entry("media:duration", clock(total_ms))
    for overlay in overlays:
        duration = clock(overlay.duration_ms)
        yield Entry("media:duration", duration, refines=f"overlay-{overlay.document}")
    for voice in dict.fromkeys(cue.voice for cue in narration.cues if cue.voice):
        yield Entry("media:narrator", voice)
    yield Entry("media:active-class", ACTIVE_CLASS)
    yield Entry("media:playback-active-class", PLAYING_CLASS)


def _finding(silent: list[str]) -> Finding:
    shown = " ".join(silent[:_WORDS_SHOWN])
    return Finding(
        "EPUB-004",
        Severity.WARNING,
        f"{len(silent)} word(s) have no sound, from '{shown}': "
        "the edition does not claim synchronised audio",
        "narrate the article in full",
        Place("overlay"),
    )
