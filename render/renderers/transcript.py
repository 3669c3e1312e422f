"""What the narration says, as plain text: a sentence a line, a blank line before headings."""

from __future__ import annotations

from render.plugins import Artefact, Job, Renderer
from render.speech.needed import needed_narration
from render.speech.tagging import transcript

_MEDIA_TYPE = "text/plain"


def render(job: Job) -> Artefact:
    """The transcript of the job's narration."""
    narration = needed_narration(job)
    return Artefact(f"{job.slug}.txt", _MEDIA_TYPE, f"{transcript(narration)}\n".encode())


RENDERER = Renderer(
    name="transcript",
    group="transcript",
    suffix=".txt",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
