"""Lisible in Python: read an article, build its editions, publish them.

import render

reading = render.read("article.md")
made = render.build(reading, to=("html", "epub"))
render.publish(made, "out/article")
"""

from __future__ import annotations

# Not from `typing`: every engine's process loads this package, and that module takes 2 ms.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from render.model import Article
    from render.pipeline import Build
    from render.reading import Reading, ReadOptions

__all__ = ["build", "publish", "read"]


def read(path: str | Path, options: ReadOptions | None = None) -> Reading:
    """Read the article in the file `path`; its assets come from the folder it is in.

    Raises InputError when the file is missing or is no article.
    """
    from render.pipeline import open_file, read

    source, folder = open_file(str(path))
    return read(source, options, folder=folder)


def build(
    article: Article | Reading,
    to: tuple[str, ...] = ("html", "pdf", "epub", "audio"),
    *,
    theme: str = "default",
    voice: str = "espeak",
) -> Build:
    """Make the editions named in `to`, in memory, each checked.

    A format that fails is in `failures`, with its reason; the others are there.
    Raises UsageError for an unknown format, theme or voice.
    """
    from render.model import Article
    from render.model.walk import plain_text
    from render.pipeline import BuildOptions, build, slug
    from render.reading import Reading

    reading = Reading(article) if isinstance(article, Article) else article
    name = slug(plain_text(reading.article.meta.title))
    return build(reading, name, BuildOptions(to=to, theme=theme, voice=voice))


def publish(made: Build, folder: str | Path) -> None:
    """Write the editions, their report and a manifest as `folder`, all at once or not at all."""
    from pathlib import Path

    from render.pipeline import deliver

    deliver(made, made.slug, Path(folder))
