"""The EPUB 3 edition. `edition.py` shows the order in which a package is made."""

from dataclasses import dataclass

from render.plugins import Artefact, Job, Renderer, Want


@dataclass(frozen=True, slots=True)
class EpubOptions:
    """What can be asked of the EPUB: `embed_audio` puts the narration in, in step with the text.

    No option writes a claim of conformance: `claim.with_claim` does, after the checks.
    """

    embed_audio: bool = True


def render(job: Job) -> Artefact:
    """The article as an EPUB. Raises EngineError when the package cannot be written whole."""
    # Its modules are imported when an EPUB is asked for, not when plug-ins are listed.
    from render.renderers.epub.edition import make

    options = job.options if isinstance(job.options, EpubOptions) else EpubOptions()
    return make(job, embed_audio=options.embed_audio)


def _forgoes(options: EpubOptions) -> frozenset[Want]:
    return frozenset() if options.embed_audio else frozenset({"narration"})


RENDERER = Renderer(
    name="epub",
    group="epub",
    suffix=".epub",
    media_type="application/epub+zip",
    render=render,
    wants=frozenset({"narration", "pagination"}),
    options=EpubOptions,
    forgoes=_forgoes,
)
