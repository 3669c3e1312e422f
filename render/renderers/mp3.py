"""The article as MP3: constant bit rate, gapless, with chapters and a timed transcript."""

from __future__ import annotations

from render.cover import cover_art
from render.plugins import Artefact, Job, Renderer
from render.sound.encoding import mp3
from render.sound.id3 import MAX_CHAPTERS, tag
from render.speech.chapters import chapters
from render.speech.needed import needed_narration
from render.speech.tagging import tags, unspoken

_MEDIA_TYPE = "audio/mpeg"


def render(job: Job) -> Artefact:
    """The MP3 of the job's narration. Raises EngineError when the coder fails."""
    narration = needed_narration(job)
    sound = mp3(narration.pcm, narration.sample_rate_hz)
    head = tag(
        tags(job.article, narration, cover_art(job.article, job.theme).data),
        chapters(narration, MAX_CHAPTERS),
    )
    return Artefact(f"{job.slug}.mp3", _MEDIA_TYPE, head + sound, unspoken(job.article, narration))


RENDERER = Renderer(
    name="mp3",
    group="audio",
    suffix=".mp3",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
