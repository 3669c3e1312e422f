"""The narration inside the package: one file of sound, an overlay for each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from render.findings import Finding, Place, Severity
from render.narration import Narration
from render.renderers.epub.documents import Document
from render.renderers.epub.entries import Entry
from render.renderers.epub.overlays import (
    Overlay,
    clips_of,
    clock,
    overlay_of,
    own_clips,
    with_page_markers,
)
from render.renderers.epub.resources import Resource
from render.renderers.epub.silence import unspoken
from render.speech.narrate import UNSPOKEN

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
    made = [
        (document, overlay_of(document, own_clips(clips, document), AUDIO_FILE))
        for document in documents
    ]
    overlays = [overlay for _, overlay in made if overlay]
    silent = [
        word
        for document, overlay in made
        for word in unspoken(document, overlay.ids if overlay else frozenset())
    ]
    return Soundtrack(
        resources=(_audio(narration), *(_resource(overlay) for overlay in overlays)),
        entries=tuple(_entries(overlays, narration)),
        findings=tuple(_findings(silent, narration)),
        is_whole=not silent and not _languages_left_out(narration),
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
    voices = (name for cue in narration.cues for name in cue.voice.split())
    for voice in dict.fromkeys(name for name in voices if not name.startswith(UNSPOKEN)):
        yield Entry("media:narrator", voice)
    yield Entry("media:active-class", ACTIVE_CLASS)
    yield Entry("media:playback-active-class", PLAYING_CLASS)


def _languages_left_out(narration: Narration) -> tuple[str, ...]:
    """The languages of passages that no voice could say: their cues are there, and silent."""
    names = (name for cue in narration.cues for name in cue.voice.split())
    left_out = (name.removeprefix(UNSPOKEN) for name in names if name.startswith(UNSPOKEN))
    return tuple(dict.fromkeys(left_out))


def _findings(silent: list[str], narration: Narration) -> Iterator[Finding]:
    if silent:
        shown = " ".join(silent[:_WORDS_SHOWN])
        yield _finding(f"words without sound: {len(silent)}, from '{shown}'")
    languages = _languages_left_out(narration)
    if languages:
        yield _finding(f"no voice speaks {', '.join(languages)}: passages in it have no sound")


def _finding(message: str) -> Finding:
    return Finding(
        "EPUB-004",
        Severity.WARNING,
        f"{message}; the edition does not claim that listening is enough",
        "narrate the article in full, with a voice for each of its languages",
        Place("overlay"),
    )
