"""Inside the cage: one utterance by Kokoro, its model loaded once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from render.errors import EngineError

if TYPE_CHECKING:
    from kokoro_onnx import Kokoro

SAMPLE_RATE_HZ = 24000
# At the speed where its English lasts as long as that of eSpeak NG (measured).
_WORDS_PER_MINUTE = 180
# What kokoro-onnx takes.
_SLOWEST, _FASTEST = 0.5, 2.0
_FULL_SCALE = 32767


def synthesise(payload: bytes) -> bytes:
    """The PCM and its rate for (text, model path, details, speed); called through the cage.

    The details are the path of the voices, the voice, and its language as eSpeak NG calls it.
    A script that the language has no phonemes for is silent.
    """
    text, path, (pack, voice, language), words_per_minute = msgspec.msgpack.decode(
        payload, type=tuple[str, str, tuple[str, str, str], int]
    )
    kokoro = _kokoro(path, pack)
    phonemes = _phonemes(kokoro, text, language)
    if not any(map(str.isalpha, phonemes)):
        return msgspec.msgpack.encode((b"", SAMPLE_RATE_HZ))
    speed = min(max(words_per_minute / _WORDS_PER_MINUTE, _SLOWEST), _FASTEST)
    samples, sample_rate_hz = kokoro.create(phonemes, voice, speed, is_phonemes=True)
    pcm = (samples.clip(-1, 1) * _FULL_SCALE).round().astype("<i2").tobytes()
    return msgspec.msgpack.encode((pcm, sample_rate_hz))


def _phonemes(kokoro: Kokoro, text: str, language: str) -> str:
    # Not kokoro-onnx's own (0.6.1): it keeps the marks where eSpeak NG changes language, as in
    # "(en)wˈɒʃɪŋtən(fr)", and the model says them.
    import phonemizer  # optional: the kokoro extra

    phonemes = phonemizer.phonemize(
        " ".join(text.split()),
        language,
        preserve_punctuation=True,
        with_stress=True,
        language_switch="remove-flags",
        words_mismatch="ignore",
    )
    known: str = kokoro.tokenizer.known(phonemes)
    return known.strip()


@cache
def _kokoro(path: str, pack: str) -> Kokoro:
    from kokoro_onnx import Kokoro  # optional: the kokoro extra

    try:
        kokoro = Kokoro(path, pack)
        given = {value.name for value in kokoro.sess.get_inputs()}
    except Exception as error:  # onnxruntime raises what it likes
        raise EngineError(
            f"the model '{path}' does not load: {' '.join(str(error).split())[:200]}",
            hint="copy it again from where it comes from, with its voices",
        ) from error
    if not {"style", "speed"} < given:
        raise EngineError(
            f"the model '{path}' is no Kokoro model: it takes {', '.join(sorted(given))}",
            hint="a Piper model is added without `--voices`",
        )
    return kokoro
