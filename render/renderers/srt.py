"""The narration as SubRip subtitles, for players that know no WebVTT."""

from __future__ import annotations

from render.plugins import Artefact, Job, Renderer
from render.sound.subrip import subrip
from render.speech.needed import needed_narration
from render.speech.timed_text import timed_text

_MEDIA_TYPE = "application/x-subrip"


def render(job: Job) -> Artefact:
    """The sentence cues of the job's narration."""
    narration = needed_narration(job)
    data = subrip(timed_text(narration)).encode()
    return Artefact(f"{job.slug}.srt", _MEDIA_TYPE, data)


RENDERER = Renderer(
    name="srt",
    group="srt",
    suffix=".srt",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
