"""A Kokoro model brought into the user's folder, with its voices."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from render.errors import InputError
from render.voice_models import adding
from render.voice_models.adding import Added
from render.voice_models.folder import beside
from render.voice_models.sources import bring, file_name
from render.voices.kokoro.languages import language_of
from render.voices.kokoro.models import COMPANION, voices_at
from render.voices.kokoro.pack import tables, voice_names, write_pack


def add(source: str, voices: Sequence[str], sha256: str | None = None) -> Added:
    """Bring the model at a path or http(s) address, with the voices of packs, files and folders.

    Raises as `render.voice_models.adding.add` does, and InputError where no voice speaks a
    language that can be said.
    """

    def complete(model: Path) -> Path:
        pack = beside(model, COMPANION)
        write_pack(_tables(voices), pack)
        if not voices_at(model):
            raise InputError(
                f"no voice in '{voices[0]}' speaks a language that Kokoro can say",
                hint="its name begins with the letter of one: a b e f h i p, as in ff_siwis",
            )
        return pack

    path, found = adding.add(source, sha256, complete)
    langs = dict.fromkeys(voice.lang for voice in voices_at(path))
    names = voice_names(beside(path, COMPANION))
    unsaid = tuple(name for name in names if not language_of(name))
    return Added(f"kokoro:{path.stem}", tuple(langs), path, found, unsaid)


def _tables(voices: Sequence[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for source in _files(voices):
        with tempfile.TemporaryDirectory(prefix="lisible-") as scratch:
            file = Path(scratch) / (file_name(source) or "voices")
            bring(source, file)
            found |= tables(file)
    return found


def _files(voices: Sequence[str]) -> Iterator[str]:
    """The voices of a folder, and what else is named as it is."""
    for source in voices:
        folder = Path(source)
        yield from map(str, sorted(folder.glob("*.bin"))) if folder.is_dir() else [source]
