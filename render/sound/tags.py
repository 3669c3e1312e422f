"""What a sound file says about itself, before any format writes it in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled stretch of the sound, in milliseconds."""

    title: str
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the transcript and when it begins, in milliseconds."""

    text: str
    begin_ms: int


@dataclass(frozen=True, slots=True)
class Tags:
    """Title, people and text of a sound file; empty strings are not written.

    `language` is an ISO 639-2 code of three letters. `date` begins with the year.
    """

    title: str
    artist: str = ""
    album: str = ""
    publisher: str = ""
    language: str = "und"
    date: str = ""
    description: str = ""
    rights: str = ""
    transcript: str = ""
    lines: tuple[Line, ...] = ()
    cover: bytes = field(default=b"", repr=False)
    cover_media_type: str = ""
