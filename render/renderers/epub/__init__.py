"""The EPUB 3 edition. `edition.py` shows the order in which a package is made."""

from dataclasses import dataclass

from render.plugins import Artefact, Job, Renderer


@dataclass(frozen=True, slots=True)
class EpubOptions:
    """What can be asked of the EPUB.

    `claim_conformance` writes the claim of the article's certifier; set it only after
    every check has passed. `embed_audio` puts the narration in, in step with the text.
    """

    claim_conformance: bool = False
    embed_audio: bool = True


def render(job: Job) -> Artefact:
    """The article as an EPUB. Raises EngineError when the package cannot be written whole."""
    # Its modules are imported when an EPUB is asked for, not when plug-ins are listed.
    from render.renderers.epub.edition import make

    options = job.options if isinstance(job.options, EpubOptions) else EpubOptions()
    return make(job, embed_audio=options.embed_audio, claim_conformance=options.claim_conformance)


RENDERER = Renderer(
    name="epub",
    group="epub",
    suffix=".epub",
    media_type="application/epub+zip",
    render=render,
    wants=frozenset({"narration", "pagination"}),
    options=EpubOptions,
)
