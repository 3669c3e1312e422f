"""What the terminal shows: progress on standard error, results on standard output.

With `--plain`, or where there is no terminal, every line is written once and
stays: redrawn bars are noise in a screen reader.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from render.errors import RenderError
from render.findings import Finding
from render.pipeline.progress import Event, Progress, quiet
from render.report import Report, report_json
from render.report.page import duration, result, size, summary


@dataclass(slots=True)
class Terminal:
    """Where the command speaks; `report` is `text` or `json`."""

    plain: bool
    quiet: bool
    report: str
    _reports: list[bytes] = field(default_factory=list)

    @contextmanager
    def progress(self, subject: str) -> Iterator[Progress]:
        """Progress for one subject, as a live line or as plain lines."""
        if self.quiet:
            yield quiet
        elif self.plain or not _interactive():
            yield lambda event: click.echo(f"{subject}: {_told(event)}", err=True)
        else:
            with _live(subject) as live:
                yield live

    def show(self, report: Report, target: Path | None) -> None:
        """Print the report of one subject."""
        if self.report == "json":
            self._reports.append(report_json(report))
        elif not self.quiet:
            click.echo("\n".join(_lines(report, target)))

    def fail(self, subject: str, error: RenderError) -> None:
        """Tell a failure that stopped one subject."""
        # Messages of readers begin with the bare name of the file.
        message = error.message.removeprefix(f"{Path(subject).name}: ")
        named = message if subject in message else f"{subject}: {message}"
        click.echo(f"lisible: {named}", err=True)
        if error.hint:
            click.echo(f"  hint: {error.hint}", err=True)

    def finish(self) -> None:
        """Print what JSON there is: one object for one report, else an array."""
        if self.report == "json" and self._reports:
            one = len(self._reports) == 1
            text = self._reports[0] if one else b"[\n" + b",".join(self._reports) + b"]\n"
            click.echo(text.decode(), nl=False)


def _interactive() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def _live(subject: str) -> Iterator[Progress]:
    # rich takes 60 ms to import: only for eyes.
    from rich.console import Console

    with Console(stderr=True).status(subject) as status:
        yield lambda event: status.update(f"{subject}: {_told(event)}")


def _told(event: Event) -> str:
    if event.succeeded is None:
        return f"{event.stage} not done yet after {event.seconds:.0f} s"
    return f"{event.stage} {'done' if event.succeeded else 'failed'} in {event.seconds:.1f} s"


def _lines(report: Report, target: Path | None) -> list[str]:
    lines = [f"{report.title or report.source} ({report.lang})" if report.lang else report.source]
    if target is not None:
        lines.append(f"Written to {target}{os.sep}")
    lines += [f"  {file.name}, {size(file.size)}" for file in report.files]
    lines.append("Checks")
    lines += [
        f"  {verdict.tool} {verdict.version}".rstrip()
        + f": {', in '.join(filter(None, (result(verdict), duration(report.seconds(verdict)))))}"
        for verdict in report.verdicts
    ]
    if report.dropped:
        parts = "part" if len(report.dropped) == 1 else "parts"
        lines.append(f"Left out of the input: {len(report.dropped)} {parts}")
        lines += [f"  {_short(dropped.text)} ({dropped.rule})" for dropped in report.dropped[:12]]
        if len(report.dropped) > 12:
            lines.append(f"  and {len(report.dropped) - 12} more, all in the report")
    lines += [line for finding in report.everything for line in finding_lines(finding)]
    lines += [
        f"ignored {ignored.finding.code}: {ignored.finding.where}: {ignored.reason}"
        for ignored in report.ignored
    ]
    lines.append(summary(report))
    return lines


def finding_lines(finding: Finding) -> list[str]:
    """A finding as it is told, its hint below."""
    where = f"{finding.where}: " if str(finding.where) else ""
    line = f"{finding.severity.label} {finding.code}: {where}{finding.message}"
    return [line, f"  hint: {finding.hint}"] if finding.hint else [line]


def _short(text: Any) -> str:  # noqa: ANN401
    flat = " ".join(str(text).split())
    return flat if len(flat) <= 60 else f"{flat[:57]}..."
