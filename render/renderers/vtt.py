"""The narration as WebVTT: a cue for each sentence, for players and as a timed transcript."""

from __future__ import annotations

from dataclasses import dataclass

from render.plugins import Artefact, Job, Renderer
from render.sound.webvtt import webvtt
from render.speech.needed import needed_narration
from render.speech.timed_text import timed_text

_MEDIA_TYPE = "text/vtt"


@dataclass(frozen=True, slots=True)
class VttOptions:
    """`words` puts the time of each word into the cues, for players that follow along."""

    words: bool = False


def render(job: Job) -> Artefact:
    """The sentence cues of the job's narration."""
    narration = needed_narration(job)
    options = job.options or VttOptions()
    text = webvtt(
        timed_text(narration, words=options.words), [f"Language: {job.article.meta.lang}"]
    )
    return Artefact(f"{job.slug}.vtt", _MEDIA_TYPE, text.encode())


RENDERER = Renderer(
    name="vtt",
    group="audio",
    suffix=".vtt",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
    options=VttOptions,
)
