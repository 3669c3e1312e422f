"""The Kokoro engine: exact sentences, words estimated, the same bytes every time."""

from __future__ import annotations

from render.voice_models.engine import Engine, voice_of
from render.voices.kokoro import models

ENGINE = Engine(
    name="kokoro",
    package="kokoro_onnx",
    requirement="'lisible[kokoro]'",
    synthesise="render.voices.kokoro.engine:synthesise",
    # A core needs 0.9 s for a second of sound (measured), some fifteen characters; eight times it.
    wall_s_per_character=0.5,
    installed=models.installed,
    named=models.named,
    adding="FILE.onnx --voices FILE.bin",
)
VOICE = voice_of(ENGINE)
