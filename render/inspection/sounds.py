"""Sound files as players list them: title, language, chapters, length."""

from __future__ import annotations

import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """What a sound file says of itself; `lang` is ISO 639-2 or empty, chapters are titles."""

    title: str
    lang: str
    duration_ms: int
    chapters: tuple[str, ...]


def sound_facts(data: bytes) -> SoundFacts:
    """The facts of a sound file. Raises ValueError when it does not open."""
    # 0.2 s, and only sound needs it.
    import av

    try:
        with av.open(io.BytesIO(data), "r") as container:
            if not container.streams.audio:
                raise ValueError("there is no sound in the file")
            told = {name.casefold(): value for name, value in container.metadata.items()}
            lang = container.streams.audio[0].metadata.get("language", told.get("language", ""))
            chapters = tuple(
                " ".join(chapter["metadata"].get("title", "").split())
                for chapter in container.chapters()
            )
            duration_ms = round((container.duration or 0) / 1000)
            return SoundFacts(told.get("title", ""), lang, duration_ms, chapters)
    except av.FFmpegError as error:
        raise ValueError(f"the sound does not open: {error.strerror}") from error
