"""The web page: one file that works offline, without script, for everyone."""

from render.plugins import Artefact, Job, Renderer
from render.renderers.html.options import HtmlOptions
from render.renderers.html.page import page

__all__ = ["RENDERER", "HtmlOptions", "render"]


def render(job: Job) -> Artefact:
    """The page of the article as UTF-8 bytes."""
    options = job.options or HtmlOptions()
    return Artefact(
        file_name=f"{job.slug}.html",
        media_type="text/html",
        data=page(job, options).encode(),
        findings=job.theme.findings,
    )


RENDERER = Renderer(
    name="html",
    group="html",
    suffix=".html",
    media_type="text/html",
    render=render,
    wants=frozenset({"siblings", "pagination"}),
    options=HtmlOptions,
)
