"""The order of an edition: prepare each article, make every format of the whole, check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from render.edition import Part, contents_blocks, joined, whole
from render.errors import MissingEngineError
from render.findings import Finding, Place, Severity
from render.model import Article
from render.model.validate import validate
from render.narration import Narration
from render.pipeline.checking import finished, run_checks
from render.pipeline.dates import modified_time
from render.pipeline.edition_formats import INDEX_FILE, article_pages, renderers
from render.pipeline.edition_pages import unmarked_pages
from render.pipeline.edition_parts import parts_of
from render.pipeline.edition_reading import EditionReading, read_edition
from render.pipeline.production import produce
from render.pipeline.progress import Progress, quiet, stage
from render.pipeline.selection import choose_voice
from render.pipeline.values import Build, BuildOptions
from render.plugins import Artefact, Job, Subject, Verdict
from render.preparation import prepare
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
    made = produce(
        job,
        chosen,
        wanted.renderer_options,
        partial(_narrate, parts, wanted),
        progress,
        at_once=wanted.at_once,
    )
    pages: tuple[Artefact, ...] = ()
    if any(each.name == "html" for each in chosen):
        with stage("article pages", progress):
            pages = tuple(article_pages(job, made, epoch))
    artefacts = (*made.artefacts, *pages)
    account = _account(reading, article)
    faults = _faults(parts, artefacts, made.narration)
    return Build(
        slug=slug,
        article=article,
        reading=account,
        artefacts=artefacts,
        failures=made.failures,
        findings=(*account.findings, *found, *faults),
        verdicts=tuple(_verdicts(artefacts, job, progress)),
        narration=made.narration,
    )


def _narrate(parts: tuple[Part, ...], wanted: BuildOptions) -> Narration:
    # Speech takes 0.1 s to import, and pages alone have none.
    from render.speech import narrate

    voice, name = choose_voice(wanted.voice)
    spoken = []
    for part in parts:
        try:
            said = narrate(_said(part, parts), voice, name, wanted.words_per_minute)
        except MissingEngineError:
            if part.kind == "front":
                raise
            continue  # told by `_unspoken`: one article without a voice leaves the others theirs
        spoken.append((part, said))
    return joined(spoken)


def _unspoken(parts: tuple[Part, ...], narration: Narration | None) -> Iterator[Finding]:
    """A finding for each part that the programme leaves out."""
    ids = [cue.id for cue in narration.cues] if narration else []
    for part in parts if narration else ():
        if not any(id_.startswith(part.title_id) for id_ in ids):
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


def _account(reading: EditionReading, article: Article) -> Reading:
    dropped = tuple(each for one in reading.readings for each in one.dropped)
    found = tuple(each for one in reading.readings for each in one.findings)
    return Reading(article, dropped=dropped, findings=(*reading.findings, *found))


def _faults(
    parts: tuple[Part, ...], artefacts: tuple[Artefact, ...], narration: Narration | None
) -> Iterator[Finding]:
    for part in parts:
        yield from validate(part.article)
    for artefact in artefacts:
        yield from artefact.findings
    yield from unmarked_pages(artefacts)
    yield from _unspoken(parts, narration)


def _verdicts(artefacts: tuple[Artefact, ...], job: Job, progress: Progress) -> Iterator[Verdict]:
    """One verdict of each check on all files."""
    by_check: dict[str, list[Verdict]] = {}
    for subject in _subjects(artefacts, job):
        for verdict in run_checks(subject, external=False, progress=progress):
            by_check.setdefault(verdict.check, []).append(verdict)
    for verdicts in by_check.values():
        yield replace(
            verdicts[0],
            files=tuple(name for each in verdicts for name in each.files),
            findings=tuple(finding for each in verdicts for finding in each.findings),
        )


def _subjects(artefacts: tuple[Artefact, ...], job: Job) -> Iterator[Subject]:
    """Each article's page with its article, and the other files with the whole.

    A PDF stands alone: the EPUB has the pages of the print edition, not those of the other.
    """
    articles = {f"{part.slug}.html": part.article for part in job.parts if part.kind == "article"}
    articles[INDEX_FILE] = job.parts[0].article
    together = []
    for artefact in artefacts:
        if artefact.media_type == "application/pdf" or artefact.file_name in articles:
            article = articles.get(artefact.file_name, job.article)
            yield Subject(finished((artefact,)), article)
        else:
            together.append(artefact)
    yield Subject(finished(together), job.article)
