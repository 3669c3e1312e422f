"""The sound of an edition: each part narrated as it is alone, and what is left unspoken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from render.edition import Part, contents_blocks
from render.errors import MissingEngineError
from render.findings import Finding, Place, Severity
from render.model import Article
from render.narration import Narration
from render.pipeline.remembering import remembered
from render.pipeline.selection import choose_voice
from render.pipeline.values import BuildOptions
from render.preparation import prepare

Spoken = tuple[tuple[Part, Narration], ...]


def narrations(parts: tuple[Part, ...], wanted: BuildOptions) -> Spoken:
    """Each part with its narration, without those that the voice does not speak.

    An article that was narrated alone is not spoken again where that is remembered. Raises
    MissingEngineError where not even the front page can be spoken.
    """
    # Speech takes 0.1 s to import, and pages alone have none.
    from render.speech import narrate

    voice, name = choose_voice(wanted.voice)
    rate = wanted.words_per_minute
    spoken = []
    for part in parts:
        article = _said(part, parts)
        known = remembered(wanted.memory, article, wanted.voice, rate)
        try:
            spoken.append((part, known.narrating(partial(narrate, article, voice, name, rate))()))
        except MissingEngineError:
            if part.kind == "front":
                raise
            continue  # told by `unspoken`: one article without a voice leaves the others theirs
    return tuple(spoken)


def unspoken(parts: tuple[Part, ...], spoken: Spoken) -> Iterator[Finding]:
    """A finding for each part that the programme leaves out."""
    said = {part.id for part, _ in spoken}
    for part in parts if spoken else ():
        if part.id not in said:
            yield Finding(
                "EDITION-002",
                Severity.ERROR,
                f"'{part.title}' is not spoken: the voice does not speak "
                f"'{part.article.meta.lang}'",
                "choose another with --voice; `lisible voices` lists them",
                Place(node=part.id),
            )


def _said(part: Part, parts: tuple[Part, ...]) -> Article:
    """What is said of a part; after the front page, what the edition holds."""
    if part.kind != "front":
        return part.article
    contents = Article(meta=part.article.meta, body=contents_blocks(parts))
    return prepare(contents).article
