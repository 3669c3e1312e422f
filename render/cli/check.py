"""`lisible check`: finished files judged by our own checks and by the field's validators."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

import click

from render.errors import InputError


@click.command(short_help="Check finished files, ours or anyone's.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--own", is_flag=True, help="Own checks only, no external validators.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The severity of findings that makes the exit code 1.",
)
@click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to print; json prints nothing else on standard output.",
)
@click.option("--plain", is_flag=True, help="Progress line by line, for screen readers and logs.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def check(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 (click's own values)
    """Check each FILE: HTML, PDF, EPUB, MP3, M4B, VTT, or a folder of them.

    Files given together are also compared with each other: same words, same
    headings, same language.
    """
    from render.cli.terminal import Terminal
    from render.findings import Severity
    from render.pipeline.checking import run_checks
    from render.pipeline.delivery import generator
    from render.plugins import Subject
    from render.report import Report, file_facts

    terminal = Terminal(plain=given["plain"], quiet=given["quiet"], report=given["report"])
    files = tuple(_open(path) for path in _files(paths))
    with terminal.progress("check") as progress:
        verdicts = run_checks(Subject(files), external=not given["own"], progress=progress)
    report = Report(generator(), ", ".join(paths), "", "", file_facts(files), verdicts)
    terminal.show(report, None)
    terminal.finish()
    if given["fail_on"] == "never" or report.worst is None:
        return 0
    return int(report.worst >= Severity[given["fail_on"].upper()])


_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".mp3": "audio/mpeg",
    ".m4b": "audio/mp4",
    ".vtt": "text/vtt",
}


def _files(paths: tuple[str, ...]) -> list[Path]:
    """The files named, and those of a known kind in the folders named."""
    found: list[Path] = []
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found += sorted(each for each in path.iterdir() if each.suffix in _TYPES)
        else:
            found.append(path)
    if not found:
        raise InputError(
            "there is nothing to check in " + ", ".join(f"'{path}'" for path in paths),
            hint=f"name files that end in {', '.join(_TYPES)}",
        )
    return found


def _open(path: Path) -> Any:  # noqa: ANN401 (the type is imported late)
    from render.plugins import CheckedFile

    kind = _TYPES.get(path.suffix.casefold()) or mimetypes.guess_type(path.name)[0]
    if kind not in _TYPES.values():
        raise InputError(
            f"'{path}' is of no kind that Lisible checks",
            hint=f"name files that end in {', '.join(_TYPES)}",
        )
    try:
        return CheckedFile(str(path), kind or "", path.read_bytes())
    except OSError as error:
        raise InputError(
            f"cannot read '{path}': {(error.strerror or str(error)).lower()}",
            hint="check the name and your rights to it",
        ) from error
