"""The web page: one file that works offline, without script, for everyone."""

from render import markup
from render.findings import Finding, Place, Severity
from render.plugins import Artefact, Job, Renderer
from render.renderers.html.listing import front
from render.renderers.html.options import HtmlOptions
from render.renderers.html.page import page

__all__ = ["RENDERER", "HtmlOptions", "render"]


def render(job: Job) -> Artefact:
    """The page of the article as UTF-8 bytes; of an edition, the page that leads to the others."""
    options = job.options or HtmlOptions()
    if job.parts:
        job = front(job)
    return Artefact(
        file_name=f"{job.slug}.html",
        media_type="text/html",
        data=page(job, options).encode(),
        findings=(*job.theme.findings, *_findings(job)),
    )


def _findings(job: Job) -> list[Finding]:
    return [
        Finding(
            "PAGE-001",
            Severity.WARNING,
            f"a formula is shown in words only: '{math.alt}'",
            "give it as MathML, without declarations, links or scripts",
            Place(node=math.id or ""),
        )
        for math in markup.formulas_in_words(job.article)
    ]


RENDERER = Renderer(
    name="html",
    group="html",
    suffix=".html",
    media_type="text/html",
    render=render,
    wants=frozenset({"siblings", "pagination"}),
    options=HtmlOptions,
)
