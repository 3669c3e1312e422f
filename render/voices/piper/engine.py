"""Inside the cage: one utterance by Piper, its model loaded once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from render.errors import EngineError

if TYPE_CHECKING:
    from piper import PiperVoice

# What its voices say in a minute at length scale 1, roughly.
_WORDS_PER_MINUTE = 165
_SLOWEST, _FASTEST = 80, 400


def synthesise(payload: bytes) -> bytes:
    """The PCM and its rate for (text, model path, no details, speed); called through the cage."""
    text, path, _, words_per_minute = msgspec.msgpack.decode(
        payload, type=tuple[str, str, tuple[str, ...], int]
    )
    from piper import SynthesisConfig  # optional: the user installs it

    voice = _voice(path)
    pace = _WORDS_PER_MINUTE / min(max(words_per_minute, _SLOWEST), _FASTEST)
    # Without noise it says the same twice; without normalising, sentences keep one level.
    wanted = SynthesisConfig(
        length_scale=voice.config.length_scale * pace,
        noise_scale=0.0,
        noise_w_scale=0.0,
        normalize_audio=False,
    )
    chunks = list(voice.synthesize(plain(text), wanted))
    pcm = b"".join(chunk.audio_int16_bytes for chunk in chunks)
    return msgspec.msgpack.encode((pcm, voice.config.sample_rate))


def plain(text: str) -> str:
    """The text with no `[[`, which Piper takes for phonemes."""
    while "[[" in text:
        text = text.replace("[[", "[ [")
    return text


@cache
def _voice(path: str) -> PiperVoice:
    from piper import PiperVoice  # optional: the user installs it

    try:
        return PiperVoice.load(path)
    except Exception as error:  # onnxruntime raises what it likes
        raise EngineError(
            f"the model '{path}' does not load: {' '.join(str(error).split())[:200]}",
            hint="copy it again from where it comes from, with its .json",
        ) from error
