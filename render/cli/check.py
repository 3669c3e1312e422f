"""`lisible check`: finished files judged by our own checks and by the field's validators."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.cli import options
from render.errors import InputError, OutputError

if TYPE_CHECKING:
    from render.pipeline.progress import Event
    from render.plugins import CheckedFile, Verdict
    from render.report import Report, Timing

    Judged = tuple[tuple[Verdict, ...], tuple[Timing, ...]]

# The names of `render.report.FORMATS`, which would take its time to import.
_REPORTS = ("text", "json", "sarif", "junit", "earl", "html", "statement-en", "statement-fr")
_IGNORE_FILE = "lisible-ignore.toml"


@click.command(short_help="Check finished files, ours or anyone's.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--own", is_flag=True, help="Own checks only, no external validators.")
@options.fail_on
@click.option(
    "--report",
    type=click.Choice(_REPORTS),
    default="text",
    show_default=True,
    help="What to print; all but text print nothing else on standard output.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to FILE.")
@click.option(
    "--ignore",
    metavar="FILE",
    help=f"Findings to pass over, each with a reason.  [default: {_IGNORE_FILE}, if it is there]",
)
@click.option("--tree", is_flag=True, help="Print a PDF's tags and what is spoken; check nothing.")
@options.plain
@options.quiet
def check(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 (click's own values)
    """Check each FILE: HTML, PDF, EPUB, sound, timed text, or a folder of them.

    Files of one name are editions of one article, and are also compared with each
    other: same words, same headings, same language, same pages. `lisible explain CODE`
    says what a finding means.
    """
    from render.cli.terminal import Terminal
    from render.findings import Severity

    if given["tree"]:
        from render.cli.tree import show_trees

        return show_trees(map(Path, paths))
    kind = "json" if given["report"] == "json" and not given["output"] else "text"
    quiet = given["quiet"] or (given["report"] != "text" and not given["output"])
    terminal = Terminal(plain=given["plain"], quiet=quiet, report=kind)
    files = tuple(_open(path) for path in _files(paths))
    with terminal.progress("check") as progress:
        judged = _judged(files, own=given["own"], progress=progress)
    report = _report(paths, files, judged, given["ignore"])
    _show(report, terminal, given)
    if given["fail_on"] == "never" or report.worst is None:
        return 0
    return int(report.worst >= Severity[given["fail_on"].upper()])


_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".opus": "audio/ogg",
    ".ogg": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".zip": "application/zip",
}


def _files(paths: tuple[str, ...]) -> list[Path]:
    """The files named, and those of a known kind in the folders named and below."""
    found: list[Path] = []
    for name in paths:
        path = Path(name)
        if path.is_dir():
            inside = (each for each in path.rglob("*") if each.suffix.casefold() in _TYPES)
            found += sorted(each for each in inside if each.is_file())
        else:
            found.append(path)
    if not found:
        raise InputError(
            "there is nothing to check in " + ", ".join(f"'{path}'" for path in paths),
            hint=f"name files that end in {', '.join(_TYPES)}",
        )
    return found


def _open(path: Path) -> CheckedFile:
    from render.plugins import CheckedFile

    kind = _TYPES.get(path.suffix.casefold())
    if kind is None:
        raise InputError(
            f"'{path}' is of no kind that Lisible checks",
            hint=f"name files that end in {', '.join(_TYPES)}",
        )
    return CheckedFile(str(path), kind, _read(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read '{path}': {(error.strerror or str(error)).lower()}",
            hint="check the name and your rights to it",
        ) from error


def _judged(
    files: tuple[CheckedFile, ...],
    *,
    own: bool,
    progress: Any,  # noqa: ANN401 (its type is imported late)
) -> Judged:
    """The verdicts, and how long each check took."""
    from render.pipeline.checking import run_checks
    from render.plugins import Subject
    from render.report import Timing

    timings: list[Timing] = []

    def note(event: Event) -> None:
        timings.append(Timing(event.stage.removeprefix("check "), event.seconds))
        progress(event)

    return run_checks(Subject(files), external=not own, progress=note), tuple(timings)


def _report(
    paths: tuple[str, ...],
    files: tuple[CheckedFile, ...],
    judged: Judged,
    ignore: str | None,
) -> Report:
    """The report, without what the ignore file passes over."""
    from render.pipeline.delivery import generator
    from render.report import Report, file_facts
    from render.report.ignoring import ignoring, rules

    name = ignore or (_IGNORE_FILE if Path(_IGNORE_FILE).is_file() else None)
    entries = rules(_read(Path(name)), name) if name else ()
    verdicts, timings = judged
    kept, ignored, notes = ignoring(entries, verdicts)
    return Report(
        generator(),
        ", ".join(path.rstrip(os.sep) for path in paths),
        "",
        "",
        file_facts(files),
        kept,
        findings=notes,
        ignored=ignored,
        # The clock is for reports on finished files only: what is built has none.
        checked_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        timings=timings,
    )


def _show(report: Report, terminal: Any, given: dict[str, Any]) -> None:  # noqa: ANN401
    """The report on standard output, or in the file asked for."""
    from render.report import FORMATS

    kind, output = given["report"], given["output"]
    if output:
        write = FORMATS.get(kind) or FORMATS["html" if output.endswith(".html") else "json"]
        try:
            Path(output).write_bytes(write(report))
        except OSError as error:
            raise OutputError(
                f"cannot write '{output}': {(error.strerror or str(error)).lower()}",
                hint="name a file in a folder that is there",
            ) from error
    if kind in {"text", "json"} or output:
        terminal.show(report, None)
        terminal.finish()
    else:
        click.echo(FORMATS[kind](report).decode(), nl=False)
