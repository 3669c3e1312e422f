"""The article as FLAC: the narration without loss, with chapters."""

from __future__ import annotations

from render.cover import cover_art
from render.plugins import Artefact, Job, Renderer
from render.sound.encoding import flac
from render.sound.flac import with_metadata
from render.sound.vorbis_comments import comment_block, comments, picture_block
from render.speech.chapters import chapters
from render.speech.needed import needed_narration
from render.speech.tagging import tags

_MEDIA_TYPE = "audio/flac"
# Three figures number the chapters.
_MOST_CHAPTERS = 1000


def render(job: Job) -> Artefact:
    """The FLAC file of the job's narration. Raises EngineError when the coder fails."""
    narration = needed_narration(job)
    told = tags(job.article, narration, cover_art(job.article, job.theme).data)
    entries = comments(told, chapters(narration, most=_MOST_CHAPTERS))
    sound = flac(narration.pcm, narration.sample_rate_hz)
    data = with_metadata(sound, comment_block(entries), picture_block(told))
    return Artefact(f"{job.slug}.flac", _MEDIA_TYPE, data)


RENDERER = Renderer(
    name="flac",
    group="flac",
    suffix=".flac",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
