"""The pipeline: from bytes to a published folder."""

from render.pipeline.delivery import deliver, report_on
from render.pipeline.order import build, ensure_usable, read
from render.pipeline.progress import Event, Progress, quiet
from render.pipeline.slug import slug
from render.pipeline.source import open_file
from render.pipeline.values import Build, BuildOptions

__all__ = [
    "Build",
    "BuildOptions",
    "Event",
    "Progress",
    "build",
    "deliver",
    "ensure_usable",
    "open_file",
    "quiet",
    "read",
    "report_on",
    "slug",
]
