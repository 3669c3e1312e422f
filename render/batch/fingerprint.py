"""What changes editions beside the input: the program, its tools, the theme, the options."""

from __future__ import annotations

import hashlib

import msgspec

from render.batch import installed
from render.batch.values import Settings
from render.cache import NOTHING_REMEMBERED, Memory
from render.theme import load


def signed(settings: Settings, memory: Memory = NOTHING_REMEMBERED) -> Settings:
    """The settings with the fingerprints of everything they stand for.

    They go by all that the program's and the theme's files hold, as their times say nothing
    on another machine of a cluster. Raises ThemeError where there is no such theme.
    """
    tools = installed.tools(memory)
    themes = [installed.tree(folder, memory) for folder in load(settings.theme).folders]
    made_by = _digest(sorted(tools.items()), installed.program(memory), themes)
    bare = msgspec.structs.replace(
        settings, output="", cache=None, limits={}, program="", fingerprint="", tools={}
    )
    return msgspec.structs.replace(
        settings, tools=tools, program=made_by, fingerprint=_digest(made_by, bare)
    )


def _digest(*parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
