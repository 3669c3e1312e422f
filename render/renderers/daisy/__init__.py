"""The article as DAISY 2.02 talking book, full text and audio, for blind readers' players."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from render.narration import Narration
from render.plugins import Artefact, Job, Renderer
from render.renderers.daisy.book import Book, SmilFile, book
from render.renderers.daisy.content import content
from render.renderers.daisy.ncc import ncc
from render.renderers.daisy.smil import master, smil
from render.sound.archive import zipped
from render.sound.encoding import mp3
from render.speech.needed import needed_narration
from render.speech.tagging import unspoken

_MEDIA_TYPE = "application/zip"
_CODERS = 2


def render(job: Job) -> Artefact:
    """The book as a ZIP archive; its files lie at the top, as players want them.

    Raises EngineError when there is no narration or the MP3 coder fails.
    """
    narration = needed_narration(job)
    made = book(job, narration)
    # The coder lets other threads run while it works.
    with ThreadPoolExecutor(_CODERS) as pool:
        sounds = tuple(pool.map(lambda part: _sound(part, narration), made.parts))
    data = zipped(_files(made, sounds))
    return Artefact(f"{job.slug}-daisy.zip", _MEDIA_TYPE, data, unspoken(job.article, narration))


def _sound(part: SmilFile, narration: Narration) -> bytes:
    samples = narration.pcm[2 * part.section.begin : 2 * part.section.end]
    return mp3(samples, narration.sample_rate_hz)


def _files(made: Book, sounds: tuple[bytes, ...]) -> dict[str, bytes]:
    files = {"content.html": content(made).encode(), "master.smil": master(made).encode()}
    for part, sound in zip(made.parts, sounds, strict=True):
        files[part.smil_name] = smil(made, part).encode()
        files[part.sound_name] = sound
    size = sum(map(len, files.values()))
    # First in the archive: players look for it by name, people by eye.
    first = {"ncc.html": ncc(made, file_count=len(files) + 1, byte_count=size).encode()}
    return first | files


RENDERER = Renderer(
    name="daisy",
    group="daisy",
    suffix="-daisy.zip",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
