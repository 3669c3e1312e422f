"""The order of everything, on one screen."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path

from render.assets import load_assets
from render.cache import Memory
from render.findings import Finding
from render.model import Article
from render.model.validate import validate
from render.narration import Narration
from render.pipeline.checking import finished, run_checks
from render.pipeline.claims import with_claims
from render.pipeline.dates import modified_time
from render.pipeline.production import produce
from render.pipeline.progress import Progress, quiet, stage
from render.pipeline.remembering import remembered
from render.pipeline.selection import choose_reader, choose_renderers, choose_voice
from render.pipeline.values import Build, BuildOptions
from render.plugins import Job, Subject, Voice
from render.preparation import Prepared, prepare
from render.reading import Reading, ReadOptions, Source
from render.theme import load


def read(
    source: Source,
    options: ReadOptions | None = None,
    *,
    reader: str | None = None,
    folder: Path | None = None,
    progress: Progress = quiet,
) -> Reading:
    """Read an article with the reader called `reader`, or the one its name and bytes ask for.

    Assets are loaded from inside `folder` and nowhere else; without a folder none
    are. Raises InputError when the input cannot be read as an article, and PictureError
    for an image that may not be published.
    """
    with stage("read", progress):
        chosen = choose_reader(source, reader)
        reading = chosen.read(source, options or ReadOptions())
        article, findings = load_assets(reading.article, folder, source, on_site=chosen.reads_pages)
    return dataclasses.replace(
        reading, article=article, findings=(*reading.findings, *_named(findings, source.name))
    )


def build(
    reading: Reading, slug: str, options: BuildOptions | None = None, progress: Progress = quiet
) -> Build:
    """Make every edition in memory and check each; files are named after `slug`.

    A format that fails is reported in the result and leaves the others alone.
    Raises UsageError for an unknown format, theme or voice.
    """
    wanted = options or BuildOptions()
    renderers = choose_renderers(wanted.to)
    voice, voice_name = choose_voice(wanted.voice)
    theme = load(wanted.theme)
    with stage("prepare", progress):
        prepared = _prepared(reading.article, wanted.memory)
    article = prepared.article
    speech = (voice, voice_name, wanted.words_per_minute)
    known = remembered(wanted.memory, article, wanted.voice, wanted.words_per_minute)
    made = produce(
        Job(article, slug, theme, modified_time(article.meta, wanted.source_date_epoch)),
        tuple(known.rendering(renderer) for renderer in renderers),
        wanted.renderer_options,
        known.narrating(partial(_narrate, article, *speech)),
        progress,
        at_once=wanted.at_once,
    )
    artefacts = with_claims(made.artefacts, wanted.certifier, progress)
    judge = partial(run_checks, external=False, progress=progress, at_once=wanted.at_once)
    return Build(
        slug=slug,
        article=article,
        reading=reading,
        artefacts=artefacts,
        failures=made.failures,
        findings=(
            *reading.findings,
            *prepared.findings,
            *validate(article),
            *(finding for artefact in artefacts for finding in artefact.findings),
        ),
        verdicts=judge(Subject(finished(artefacts), article), through=known.judging),
        narration=made.narration,
    )


def _prepared(article: Article, memory: Memory) -> Prepared:
    key = memory.key("prepare", article)
    return memory.recall("prepare", key, lambda: prepare(article), Prepared)


def _narrate(article: Article, voice: Voice, name: str | None, words_per_minute: int) -> Narration:
    # Speech takes 0.1 s to import, and a page alone has none.
    from render.speech import narrate

    return narrate(article, voice, name, words_per_minute)


def ensure_usable(options: BuildOptions, besides: tuple[str, ...] = ()) -> None:
    """Raise UsageError for an unknown format, theme or voice, before any work is done.

    `besides` are formats that no renderer has, and that the caller makes.
    """
    choose_renderers(options.to, besides)
    choose_voice(options.voice)
    load(options.theme)


def _named(findings: tuple[Finding, ...], name: str) -> tuple[Finding, ...]:
    """The findings with the input's name where they carry none."""
    return tuple(
        finding
        if finding.where.file
        else dataclasses.replace(finding, where=dataclasses.replace(finding.where, file=name))
        for finding in findings
    )
