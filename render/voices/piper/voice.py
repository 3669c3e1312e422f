"""The Piper engine: exact sentences, words estimated, the same bytes every time."""

from __future__ import annotations

from render.voice_models.engine import Engine, voice_of
from render.voices.piper import models

ENGINE = Engine(
    name="piper",
    package="piper",
    requirement="piper-tts",
    synthesise="render.voices.piper.engine:synthesise",
    # A core needs 0.09 s for a second of sound (measured), some fifteen characters.
    wall_s_per_character=0.1,
    installed=models.installed,
    named=models.named,
    adding="FILE.onnx",
)
VOICE = voice_of(ENGINE)
