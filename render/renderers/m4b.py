"""The article as M4B audiobook: AAC with chapters, cover, transcript and language."""

from __future__ import annotations

from render.cover import cover_art
from render.plugins import Artefact, Job, Renderer
from render.sound.encoding import aac
from render.sound.mp4 import m4b
from render.speech.chapters import chapters
from render.speech.needed import needed_narration
from render.speech.tagging import tags

_MEDIA_TYPE = "audio/mp4"


def render(job: Job) -> Artefact:
    """The M4B of the job's narration. Raises EngineError when the coder fails."""
    narration = needed_narration(job)
    track = aac(narration.pcm, narration.sample_rate_hz)
    data = m4b(
        track,
        tags(job.article, narration, cover_art(job.article, job.theme).data),
        chapters(narration),
    )
    return Artefact(f"{job.slug}.m4b", _MEDIA_TYPE, data)


RENDERER = Renderer(
    name="m4b",
    group="audio",
    suffix=".m4b",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
