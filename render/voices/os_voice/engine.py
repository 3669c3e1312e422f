"""Inside the cage: one utterance by pyttsx3, in a process that ends after it."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from render.errors import EngineError, MissingEngineError, UsageError

if TYPE_CHECKING:
    from pyttsx3.engine import Engine

# The driver on Linux reads past its buffer from about 20 kB on.
_LONGEST_TEXT_BYTES = 15_000
_PATIENCE_S = 30.0
_QUIET_S = 0.2
_INSTALL = "install it with `pip install 'lisible[os-voices]'`"


def voices(_payload: bytes) -> bytes:
    """All voices as (id, name, language)."""
    return msgspec.msgpack.encode(_voices(_start()))


def synthesise(payload: bytes) -> bytes:
    """The name of the voice and the file it made for (text, language, voice name, speed)."""
    text, lang, name, speed = msgspec.msgpack.decode(payload, type=tuple[str, str, str | None, int])
    if len(text.encode()) > _LONGEST_TEXT_BYTES:
        raise EngineError(f"a sentence of {len(text)} characters is too long for the voice 'os'")
    engine = _start()
    voice_id, voice_name = _choose(_voices(engine), lang, name)
    engine.setProperty("voice", voice_id)
    engine.setProperty("rate", speed)
    with tempfile.TemporaryDirectory(prefix="lisible-") as folder:
        path = Path(folder) / ("speech.aiff" if sys.platform == "darwin" else "speech.wav")
        engine.save_to_file(text, str(path))
        engine.runAndWait()
        data = _finished(path, voice_name)
    return msgspec.msgpack.encode((voice_name, data))


def _start() -> Engine:
    if sys.platform.startswith("linux"):
        _load_bundled_espeak()
    try:
        import pyttsx3  # optional: the os-voices extra
    except ModuleNotFoundError as error:
        raise MissingEngineError("the voice 'os' is not installed", hint=_INSTALL) from error
    try:
        return pyttsx3.init()
    except Exception as error:  # whatever its driver for this system raises
        raise MissingEngineError(
            f"pyttsx3 finds no speech engine on this system: {error}",
            hint="use `--voice espeak`",
        ) from error


def _load_bundled_espeak() -> None:
    # pyttsx3 asks for libespeak-ng.so.1 by name; loaded before, ours answers.
    try:
        import espeakng_loader  # optional: the audio extra
    except ModuleNotFoundError:
        return
    os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def _voices(engine: Engine) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (voice.id, voice.name, _language(voice.languages)) for voice in engine.getProperty("voices")
    )


def _language(languages: list[str | bytes] | None) -> str:
    first = languages[0] if languages else ""
    tag = first.decode(errors="replace") if isinstance(first, bytes) else str(first or "")
    tag = tag.replace("_", "-").strip("\0\x05 ")
    return tag if tag[:2].isalpha() and tag != "Unknown" else ""


def _choose(
    known: tuple[tuple[str, str, str], ...], lang: str, name: str | None
) -> tuple[str, str]:
    """The voice of that name, or the first of the language, the region's own before others."""
    primary = lang.split("-", maxsplit=1)[0].lower()
    fitting = [voice for voice in known if voice[2].split("-")[0].lower() == primary]
    fitting.sort(key=lambda voice: (voice[2].lower() != lang.lower(), len(voice[2])))
    named = [voice for voice in known if name and name.lower() in map(str.lower, voice[:2])]
    if name and not named:
        raise UsageError(
            f"the system has no voice called '{name}'", hint="`lisible voices` lists them"
        )
    if not fitting:
        raise MissingEngineError(
            f"the system has no voice for the language '{lang}'",
            hint="install one in the system's settings, or use `--voice espeak`",
        )
    # A named voice speaks its own language only.
    voice_id, voice_name, _ = next((voice for voice in named if voice in fitting), fitting[0])
    return voice_id, voice_name


def _finished(path: Path, voice_name: str) -> bytes:
    """The file once it has stopped growing: `runAndWait` returns before it is there."""
    deadline = time.monotonic() + _PATIENCE_S
    size = -1
    while time.monotonic() < deadline:
        now = path.stat().st_size if path.exists() else -1
        if now > 0 and now == size:
            return path.read_bytes()
        size = now
        time.sleep(_QUIET_S)
    raise EngineError(
        f"the voice 'os:{voice_name}' wrote no file in {_PATIENCE_S:g} s",
        hint="use `--voice espeak`",
    )
