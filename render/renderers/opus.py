"""The article as Opus in Ogg: the smallest file, with chapters."""

from __future__ import annotations

from render.cover import cover_art
from render.plugins import Artefact, Job, Renderer
from render.sound.encoding import opus
from render.sound.ogg import ogg_opus
from render.sound.vorbis_comments import comment_block, comments, picture_comment
from render.speech.chapters import chapters
from render.speech.needed import needed_narration
from render.speech.tagging import tags

_MEDIA_TYPE = "audio/ogg"
# Three figures number the chapters.
_MOST_CHAPTERS = 1000


def render(job: Job) -> Artefact:
    """The Opus file of the job's narration. Raises EngineError when the coder fails."""
    narration = needed_narration(job)
    told = tags(job.article, narration, cover_art(job.article, job.theme).data)
    entries = comments(told, chapters(narration, most=_MOST_CHAPTERS)) + picture_comment(told)
    track = opus(narration.pcm, narration.sample_rate_hz)
    data = ogg_opus(track, comment_block(entries))
    return Artefact(f"{job.slug}.opus", _MEDIA_TYPE, data)


RENDERER = Renderer(
    name="opus",
    group="opus",
    suffix=".opus",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
