"""The pipeline: from bytes to a published folder.

A name is loaded when it is asked for: a batch that finds everything valid asks for one.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from render.pipeline.slug import Slugs, slug

if TYPE_CHECKING:
    from render.pipeline.delivery import deliver, report_on
    from render.pipeline.order import build, ensure_usable, read
    from render.pipeline.progress import Event, Progress, quiet
    from render.pipeline.source import open_file
    from render.pipeline.values import Build, BuildOptions

__all__ = [
    "Build",
    "BuildOptions",
    "Event",
    "Progress",
    "Slugs",
    "build",
    "deliver",
    "ensure_usable",
    "open_file",
    "quiet",
    "read",
    "report_on",
    "slug",
]

_MODULES = {
    "delivery": ("deliver", "report_on"),
    "order": ("build", "ensure_usable", "read"),
    "progress": ("Event", "Progress", "quiet"),
    "source": ("open_file",),
    "values": ("Build", "BuildOptions"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever is asked for)
    for module, names in _MODULES.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
