"""The order of an edition: prepare each article, make every format of the whole, check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import PurePath

from render.edition import Part, Programme, whole
from render.errors import RenderError
from render.findings import Finding
from render.model import Article
from render.model.validate import validate
from render.pipeline.checking import finished, run_checks
from render.pipeline.dates import modified_time
from render.pipeline.edition_formats import INDEX_FILE, article_pages, renderers
from render.pipeline.edition_pages import unmarked_pages
from render.pipeline.edition_parts import parts_of
from render.pipeline.edition_reading import EditionReading, read_edition
from render.pipeline.edition_sound import programme, unspoken
from render.pipeline.production import Failure, Production, produce
from render.pipeline.progress import Progress, quiet, stage
from render.pipeline.values import Build, BuildOptions
from render.plugins import Artefact, Job, Subject, Verdict
from render.reading import Reading
from render.theme import load

__all__ = ["FORMATS", "EditionReading", "build_edition", "read_edition"]

FORMATS = ("html", "pdf", "print", "epub", "audio")


def build_edition(
    reading: EditionReading,
    slug: str,
    options: BuildOptions | None = None,
    progress: Progress = quiet,
) -> Build:
    """Make every format of the edition in memory and check each; files are named after `slug`.

    A format that fails is reported in the result and leaves the others alone.
    """
    wanted = options or BuildOptions(to=FORMATS)
    with stage("prepare", progress):
        parts, found = parts_of(reading.edition, reading.names, taken=("index", "report", slug))
    article = whole(parts)
    epoch = wanted.source_date_epoch
    job = Job(article, slug, load(wanted.theme), modified_time(article.meta, epoch), parts=parts)
    chosen = renderers(reading.settings, wanted)
    speak = cache(lambda: programme(parts, wanted))
    made = produce(
        job,
        chosen,
        wanted.renderer_options,
        lambda: speak().narration,
        progress,
        at_once=wanted.at_once,
    )
    spoken = speak() if made.narration else None
    if any(each.name == "html" for each in chosen):
        made = _with_article_pages(made, job, spoken, epoch, progress)
    artefacts = made.artefacts
    account = _account(reading, article)
    faults = _faults(parts, artefacts, spoken)
    return Build(
        slug=slug,
        article=article,
        reading=account,
        artefacts=artefacts,
        failures=made.failures,
        findings=(*account.findings, *found, *faults),
        verdicts=tuple(_verdicts(artefacts, job, progress, at_once=wanted.at_once)),
        narration=made.narration,
    )


def _with_article_pages(
    made: Production, job: Job, spoken: Programme | None, epoch: int | None, progress: Progress
) -> Production:
    """What was made, and the page of each article with its own recording."""
    pages: list[Artefact] = []
    try:
        with stage("article pages", progress):
            pages += article_pages(job, made, spoken, epoch)
    except RenderError as error:
        return replace(made, failures=(*made.failures, Failure("article pages", error)))
    return replace(made, artefacts=(*made.artefacts, *pages))


def _account(reading: EditionReading, article: Article) -> Reading:
    dropped = tuple(each for one in reading.readings for each in one.dropped)
    found = tuple(each for one in reading.readings for each in one.findings)
    return Reading(article, dropped=dropped, findings=(*reading.findings, *found))


def _faults(
    parts: tuple[Part, ...], artefacts: tuple[Artefact, ...], spoken: Programme | None
) -> Iterator[Finding]:
    for part in parts:
        yield from validate(part.article)
    for artefact in artefacts:
        yield from artefact.findings
    yield from unmarked_pages(artefacts)
    yield from unspoken(parts, spoken)


def _verdicts(
    artefacts: tuple[Artefact, ...], job: Job, progress: Progress, *, at_once: bool
) -> Iterator[Verdict]:
    """One verdict of each check on all files."""
    by_check: dict[str, list[Verdict]] = {}
    for subject in _subjects(artefacts, job):
        for verdict in run_checks(subject, external=False, progress=progress, at_once=at_once):
            by_check.setdefault(verdict.check, []).append(verdict)
    for verdicts in by_check.values():
        yield replace(
            verdicts[0],
            files=tuple(name for each in verdicts for name in each.files),
            findings=tuple(finding for each in verdicts for finding in each.findings),
        )


def _subjects(artefacts: tuple[Artefact, ...], job: Job) -> Iterator[Subject]:
    """Each article's files with the article, and those of the edition with the whole.

    A PDF stands alone: the EPUB has the pages of the print edition, not those of the other.
    """
    alone = {part.slug: part.article for part in job.parts if part.kind == "article"}
    alone[PurePath(INDEX_FILE).stem] = job.parts[0].article
    files: dict[str, list[Artefact]] = {}
    for artefact in artefacts:
        stem = PurePath(artefact.file_name).stem
        is_alone = stem in alone or artefact.media_type == "application/pdf"
        files.setdefault(stem if is_alone else "", []).append(artefact)
    for stem, together in files.items():
        yield Subject(finished(together), alone.get(stem, job.article))
