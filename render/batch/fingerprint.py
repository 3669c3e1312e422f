"""What changes editions beside the input: program, tools, speech models, theme, options."""

from __future__ import annotations

import hashlib

import msgspec

from render.batch import installed
from render.batch.values import Settings
from render.cache import NOTHING_REMEMBERED, Memory
from render.theme import load


def signed(settings: Settings, memory: Memory = NOTHING_REMEMBERED) -> Settings:
    """The settings with the fingerprints of everything they stand for.

    Raises ThemeError where there is no such theme.
    """
    tools = installed.tools(memory)
    program = of_program(settings.theme, tools, memory)
    bare = msgspec.structs.replace(
        settings, output="", cache=None, limits={}, program="", fingerprint="", tools={}
    )
    return msgspec.structs.replace(
        settings, tools=tools, program=program, fingerprint=_digest(program, bare)
    )


def of_program(theme: str, tools: dict[str, str], memory: Memory) -> str:
    """The fingerprint of what makes editions: program, tools, speech models and theme.

    It goes by all that their files hold, as their times say nothing on another machine of a
    cluster. Raises ThemeError where there is no such theme.
    """
    themes = [installed.tree(folder, memory) for folder in load(theme).folders]
    program, models = installed.program(memory), installed.speech_models(memory)
    return _digest(sorted(tools.items()), program, models, themes)


def _digest(*parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
