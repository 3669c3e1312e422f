"""The PDF renderer: makes the document, has it laid out in the cage, gives the artefact."""

from __future__ import annotations

import re

import msgspec

from render.findings import Finding, Severity
from render.model import Article
from render.model.walk import plain_text
from render.plugins import Artefact, Job, Renderer
from render.renderers.pdf import frame, warm
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.parts import document_of_parts
from render.renderers.pdf.profiles import cmyk_profile
from render.renderers.pdf.request import AssetData, Metadata, Request, Response
from render.renderers.pdf.text_size import resized

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?)?)?")


def render(job: Job) -> Artefact:
    """The PDF of a prepared article, with its pagination.

    Raises EngineError when the layout crashes or passes its limits, ThemeError when
    the theme's print style or frame asks for what it may not have.
    """
    options = job.options or PdfOptions()
    # The limits are an article's, and an edition is laid out as one document.
    scale = 1 + len(job.parts) // 10
    reply = warm.call(
        "render.renderers.pdf.engine:respond",
        msgspec.msgpack.encode(request_for(job, options)),
        wall_s=options.time_limit_s * scale,
        memory_bytes=options.memory_limit_mb * 1_000_000 * scale,
    )
    response = msgspec.msgpack.decode(reply, type=Response)
    return Artefact(
        file_name=f"{job.slug}.pdf",
        media_type="application/pdf",
        data=response.data,
        findings=response.findings + _profile_note(options),
        pagination=response.pagination,
    )


def request_for(job: Job, options: PdfOptions) -> Request:
    """What the engine is asked for this job."""
    article = job.article
    fonts = job.theme.fonts
    return Request(
        html=(document_of_parts if job.parts else frame.document)(job, options),
        css=_style(job, options),
        rules=frame.rules(options, frame.reading_direction(article)),
        metadata=_metadata(article, job.modified),
        edition=options.edition,
        assets={
            asset.id: AssetData(asset.media_type or "application/octet-stream", asset.data)
            for asset in article.assets
            if asset.data
        },
        font_files=tuple(str(face.path) for face in fonts),
        font_families=tuple(dict.fromkeys(face.family for face in fonts)),
        attachment=msgspec.json.encode(article) if options.edition == "archive" else None,
        cmyk_profile=cmyk_profile(options.cmyk_profile) if options.edition == "print" else None,
    )


def _style(job: Job, options: PdfOptions) -> str:
    css = job.theme.css("print.css")
    return css if options.text_size_pt is None else resized(css, options.text_size_pt)


def _profile_note(options: PdfOptions) -> tuple[Finding, ...]:
    if options.edition != "print" or options.cmyk_profile:
        return ()
    return (
        Finding(
            "PDF-007",
            Severity.NOTE,
            "the colours are for the CMYK profile that this system has, not for a known press",
            hint="ask the printer for their profile and name it with cmyk_profile",
        ),
    )


def _metadata(article: Article, modified: str) -> Metadata:
    meta = article.meta
    return Metadata(
        title=frame.title(article),
        lang=meta.lang,
        created=_date(meta.published) or _date(modified),
        modified=_date(modified) or _date(meta.published),
        authors=tuple(author.name for author in meta.authors),
        description=" ".join(plain_text(meta.deck).split()),
        keywords=meta.keywords,
        publisher=meta.publisher or "",
        rights=meta.rights or "",
        source=meta.source or meta.canonical_url or "",
        identifier=meta.identifier or "",
    )


def _date(value: str | None) -> str:
    # XMP and the Info dictionary know only these forms (ISO 16684-1 8.2.2.3).
    return value if value and _DATE.fullmatch(value) else ""


RENDERER = Renderer(
    name="pdf",
    group="pdf",
    suffix=".pdf",
    media_type="application/pdf",
    render=render,
    options=PdfOptions,
)
