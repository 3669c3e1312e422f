"""What all files of the book tell: who and what, and its parts with their times."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from render.model import Meta
from render.model.walk import plain_text
from render.narration import Cue, Narration
from render.plugins import Job
from render.speech.chapters import SpokenSection, spoken_sections


@dataclass(frozen=True, slots=True)
class Clip:
    """A cue and its time in the sound file of its part, in milliseconds.

    A clip lasts until the next begins, so that pauses are heard.
    """

    cue: Cue
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class SmilFile:
    """One part of the book, from a heading to the next: a SMIL file and a sound file."""

    number: int
    section: SpokenSection
    clips: tuple[Clip, ...]
    elapsed_ms: int

    @property
    def smil_name(self) -> str:
        """Names have eight letters and three, for players that read CDs."""
        return f"s{self.number:04}.smil"

    @property
    def sound_name(self) -> str:
        """The MP3 file of this part."""
        return f"a{self.number:04}.mp3"

    @property
    def duration_ms(self) -> int:
        """How long the part sounds."""
        return self.clips[-1].end_ms


@dataclass(frozen=True, slots=True)
class Book:
    """The book: its parts in order, and what its metadata says."""

    title: str
    lang: str
    creator: str
    publisher: str
    date: str
    identifier: str
    narrator: str
    parts: tuple[SmilFile, ...]

    @property
    def duration_ms(self) -> int:
        """How long all parts sound."""
        return self.parts[-1].elapsed_ms + self.parts[-1].duration_ms

    @property
    def depth(self) -> int:
        """The deepest heading level."""
        return max(min(part.section.level, 6) for part in self.parts)

    @property
    def note_count(self) -> int:
        """How many notes are read."""
        notes = {note_of(clip.cue) for part in self.parts for clip in part.clips}
        return len(notes - {""})


def book(job: Job, narration: Narration) -> Book:
    """The book of a job's narration."""
    meta = job.article.meta
    creator = ", ".join(author.name for author in meta.authors) or meta.publisher or ""
    return Book(
        title=" ".join(plain_text(meta.title).split()),
        lang=meta.lang,
        creator=creator,
        publisher=meta.publisher or creator,
        date=(meta.published or job.modified)[:10],
        identifier=_identifier(meta, narration),
        narrator=", ".join(dict.fromkeys(cue.voice for cue in narration.cues if cue.voice)),
        parts=_parts(narration),
    )


def note_of(cue: Cue) -> str:
    """The paragraph of a note that a cue belongs to; empty outside notes."""
    return cue.id.rpartition("-s")[0] if cue.role == "note" else ""


def clock(milliseconds: int) -> str:
    """A time as `00:02:54.148`."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}.{rest:03}"


def _parts(narration: Narration) -> tuple[SmilFile, ...]:
    parts = []
    elapsed_ms = 0
    for number, section in enumerate(spoken_sections(narration), start=1):
        part = SmilFile(number, section, _clips(section, narration), elapsed_ms)
        parts.append(part)
        elapsed_ms += part.duration_ms
    return tuple(parts)


def _clips(section: SpokenSection, narration: Narration) -> tuple[Clip, ...]:
    def time(sample: int) -> int:
        return narration.milliseconds(sample - section.begin)

    begins = [section.begin, *(cue.begin for cue in section.cues[1:])]
    ends = [*begins[1:], section.end]
    return tuple(
        Clip(cue, time(begin), time(end))
        for cue, begin, end in zip(section.cues, begins, ends, strict=True)
    )


def _identifier(meta: Meta, narration: Narration) -> str:
    known = meta.identifier or meta.canonical_url
    return known or f"lisible-{hashlib.sha256(narration.pcm).hexdigest()[:16]}"
