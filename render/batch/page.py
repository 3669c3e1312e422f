"""The report of a batch for people: as lines of text, and as an accessible page."""

from __future__ import annotations

from importlib.resources import files

from render.batch.causes import BatchReport, Cause
from render.report.page import size

_CHARTED = 12


def batch_report_text(report: BatchReport, most: int = 20) -> str:
    """The report as lines: the outcome, then up to `most` causes, the most costly first."""
    lines = [summary(report), ""]
    for number, cause in enumerate(report.causes[:most], 1):
        lines.append(f"{number}. {cause.severity} {cause.code}: {cause.message}")
        lines.append(f"   {touched(cause)}: {', '.join(cause.examples)}")
        if cause.hint:
            lines.append(f"   hint: {cause.hint}")
    if len(report.causes) > most:
        lines.append(f"and {len(report.causes) - most} more; --format json lists all")
    return "\n".join(lines).rstrip() + "\n"


def batch_report_page(report: BatchReport) -> bytes:
    """The report as UTF-8 HTML: one file, no script, nothing fetched; its chart has a table."""
    # Jinja2 takes 40 ms to import, which `--help` does not have.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(
        files("render.batch").joinpath("report.html.j2").read_text("utf-8")
    )
    charted = report.causes[:_CHARTED]
    page = template.render(
        report=report,
        summary=summary(report),
        style=files("render.report").joinpath("report.css").read_text("utf-8"),
        charted=charted,
        longest=max((cause.articles for cause in charted), default=1),
        touched=touched,
    )
    return page.encode()


def summary(report: BatchReport) -> str:
    """The outcome of a batch in one sentence or two."""
    if not report.articles:
        return "No article has a receipt here."
    lost = [
        f"{number} {word}"
        for number, word in ((report.partial, "lack a format"), (report.failed, "failed"))
        if number
    ]
    of = _counted(report.articles, "article")
    outcome = f"{report.done} of {of} made" + "".join(f", {part}" for part in lost)
    each = report.seconds / report.articles
    return (
        f"{outcome}. Making took {report.seconds:.1f} s of work, {each:.2f} s an article;"
        f" at most {size(report.peak_memory_bytes)} of memory; {size(report.size)} written."
    )


def touched(cause: Cause) -> str:
    """How much a cause touches, in words."""
    articles = _counted(cause.articles, "article")
    return (
        articles
        if cause.occurrences <= cause.articles
        else (f"{articles}, {cause.occurrences} times")
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
