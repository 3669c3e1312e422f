"""The editions of any article, made as the command makes them."""

import functools

from render.model import Article
from render.pipeline import Build, BuildOptions, build
from render.reading import Reading
from render.renderers.epub import EpubOptions

FORMATS = ("html", "epub", "vtt", "transcript")


@functools.lru_cache(maxsize=8)
def built(article: Article, theme: str = "default", formats: tuple[str, ...] = FORMATS) -> Build:
    """All of them but the PDF, and the EPUB without its sound."""
    options = BuildOptions(
        to=formats,
        theme=theme,
        voice="silent",
        renderer_options={"epub": EpubOptions(embed_audio=False)},
    )
    return build(Reading(article), "law", options)


def files(made: Build) -> dict[str, bytes]:
    """The bytes of each file by its name."""
    return {file.file_name: file.data for file in made.artefacts}
