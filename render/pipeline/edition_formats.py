"""The formats of an edition: the renderers of one article, given all its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from render import plugins
from render.edition import Programme, Settings, inherited_rights, within
from render.pagination import Pagination
from render.pipeline.dates import modified_time
from render.pipeline.production import Production
from render.pipeline.selection import choose_renderers
from render.pipeline.values import BuildOptions
from render.plugins import Artefact, Job, Renderer, Sibling
from render.theme import load

PRINT = "print"
INDEX_FILE = "index.html"
_MP3 = "audio/mpeg"


def renderers(settings: Settings, wanted: BuildOptions) -> tuple[Renderer, ...]:
    """The renderers asked for; `print` is the PDF renderer once more, with options of its own."""
    chosen = choose_renderers(wanted.to, besides=(PRINT,))
    found = [_index(each) if each.name == "html" else each for each in chosen]
    if PRINT in wanted.to:
        found.append(_printing(settings, wanted.theme))
    return tuple(found)


def print_options(settings: Settings) -> Any:  # noqa: ANN401 (the renderer's own)
    """The options of the print PDF. Raises UsageError for an unknown page size."""
    pdf: Renderer = plugins.find("renderers", "pdf")
    wanted = settings.print
    return (pdf.options or dict)(
        edition="print",
        page_size=wanted.size,
        cmyk_profile=wanted.cmyk_profile,
        crop_marks=wanted.crop_marks,
    )


def article_pages(
    job: Job, made: Production, spoken: Programme | None, modified_epoch: int | None
) -> Iterator[Artefact]:
    """The page of each article, as it would be alone, with a way back to the index.

    Where the edition has an MP3, so has each article that is spoken, and its page plays it.
    """
    html: Renderer = plugins.find("renderers", "html")
    printed = printed_pages(made.artefacts)
    if not any(each.media_type == _MP3 for each in made.artefacts):
        spoken = None
    for part in job.parts:
        if part.kind != "article":
            continue
        alone = Job(
            part.article,
            part.slug,
            job.theme,
            modified_time(part.article.meta, modified_epoch),
            narration=spoken.alone(part) if spoken else None,
            pagination=within(printed, part),
            siblings=(Sibling("index", INDEX_FILE, "text/html"),),
            rights=inherited_rights(part, job.parts[0].article),
        )
        if alone.narration:
            recording = plugins.find("renderers", "mp3").render(alone)
            yield recording
            beside = Sibling("mp3", recording.file_name, recording.media_type)
            alone = replace(alone, siblings=(*alone.siblings, beside))
        yield html.render(alone)


def printed_pages(artefacts: Iterable[Artefact]) -> Pagination | None:
    """The pages of the print edition, else those of the accessible PDF."""
    by_name = {each.file_name: each.pagination for each in artefacts if each.pagination}
    for name in sorted(by_name, key=lambda name: not name.endswith(f"-{PRINT}.pdf")):
        return by_name[name]
    return None


def _index(html: Renderer) -> Renderer:
    return replace(html, render=lambda job: replace(html.render(job), file_name=INDEX_FILE))


def _printing(settings: Settings, theme: str) -> Renderer:
    pdf: Renderer = plugins.find("renderers", "pdf")
    printed = load(settings.print.theme_or(theme))

    def render(job: Job) -> Artefact:
        made = pdf.render(replace(job, theme=printed, options=print_options(settings)))
        return replace(made, file_name=f"{job.slug}-{PRINT}.pdf")

    return replace(pdf, name=PRINT, group=PRINT, suffix=f"-{PRINT}.pdf", render=render)
