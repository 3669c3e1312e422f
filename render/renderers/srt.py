"""The narration as SubRip subtitles, for players that know no WebVTT."""

from __future__ import annotations

from render.errors import EngineError
from render.plugins import Artefact, Job, Renderer
from render.sound.subrip import subrip
from render.speech.timed_text import timed_text

_MEDIA_TYPE = "application/x-subrip"


def render(job: Job) -> Artefact:
    """The sentence cues of the job's narration."""
    narration = job.narration
    if narration is None:
        raise EngineError("there is no narration to make subtitles of")
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
