"""The article as WAV, for editors: the narration with its chapters as cue points."""

from __future__ import annotations

from render.plugins import Artefact, Job, Renderer
from render.sound.riff import wav
from render.speech.chapters import chapters
from render.speech.needed import needed_narration
from render.speech.tagging import tags

_MEDIA_TYPE = "audio/wav"


def render(job: Job) -> Artefact:
    """The WAV file of the job's narration. Raises EngineError over 4 GB."""
    narration = needed_narration(job)
    told = tags(job.article, narration)
    data = wav(narration.pcm, narration.sample_rate_hz, told, chapters(narration))
    return Artefact(f"{job.slug}.wav", _MEDIA_TYPE, data)


RENDERER = Renderer(
    name="wav",
    group="wav",
    suffix=".wav",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
