"""The sound of an edition: each part narrated as it is alone, and what is left unspoken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from render.edition import Part, Programme, contents_blocks, joined
from render.errors import MissingEngineError
from render.findings import Finding, Place, Severity
from render.model import Article
from render.narration import Narration
from render.pipeline.remembering import remembered
from render.pipeline.selection import choose_voice
from render.pipeline.values import BuildOptions
from render.preparation import prepare


def programme(parts: tuple[Part, ...], wanted: BuildOptions) -> Programme:
    """All parts spoken one after the other, without those that the voice does not speak.

    An article that was narrated alone is not spoken again where that is remembered. Raises
    MissingEngineError where not even the front page can be spoken.
    """
    return joined(_narrations(parts, wanted))


def unspoken(parts: tuple[Part, ...], spoken: Programme | None) -> Iterator[Finding]:
    """A finding for each part that the programme leaves out, where there is one."""
    for part in parts:
        if spoken is not None and part.id not in spoken.places:
            yield Finding(
                "EDITION-002",
                Severity.ERROR,
                f"'{part.title}' is not spoken: the voice does not speak "
                f"'{part.article.meta.lang}'",
                "choose another with --voice; `lisible voices` lists them",
                Place(node=part.id),
            )


def _narrations(parts: tuple[Part, ...], wanted: BuildOptions) -> Iterator[tuple[Part, Narration]]:
    # Speech takes 0.1 s to import, and pages alone have none.
    from render.speech import narrate

    voice, name = choose_voice(wanted.voice)
    rate = wanted.words_per_minute
    for part in parts:
        article = _said(part, parts)
        known = remembered(wanted.memory, article, wanted.voice, rate)
        try:
            yield part, known.narrating(partial(narrate, article, voice, name, rate))()
        except MissingEngineError:
            if part.kind == "front":
                raise
            continue  # told by `unspoken`: one article without a voice leaves the others theirs


def _said(part: Part, parts: tuple[Part, ...]) -> Article:
    """What is said of a part; after the front page, what the edition holds."""
    if part.kind != "front":
        return part.article
    contents = Article(meta=part.article.meta, body=contents_blocks(parts))
    return prepare(contents).article
