"""`lisible edition`: one EDITION.toml in, one folder with the whole edition out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.cli import options
from render.cli.cache import cache_folder, keep_small, remembering

if TYPE_CHECKING:
    from render.pipeline import BuildOptions

_FORMATS = ("html", "pdf", "print", "epub", "audio")


@click.command(short_help="Make one edition of many articles.")
@click.argument("file", metavar="EDITION.toml")
@options.output("Folder that gets one folder for the edition.")
@options.making(_FORMATS, "Formats to make, with commas; print is the PDF for a press.")
@remembering
@options.fail_on
@options.report
@options.plain
@options.quiet
def edition(file: str, **given: Any) -> int:  # noqa: ANN401 (click's own values)
    """Make one edition of the articles that EDITION.toml names.

    Writes DIR/NAME/NAME.pdf, NAME-print.pdf, .epub, .mp3, .m4b, .vtt, index.html and a page
    for each article, with report and manifest; NAME is the title with the issue, or else with
    the date. An EDITION.toml looks like this:

    \b
        title = "The Week"
        lang = "en"
        date = 2026-11-24
        issue = 12
        publisher = "House"
        cover = { file = "cover.jpg", alt = "A harbour at dawn" }
        [print]
        layout = "tabloid"
        [[sections]]
        title = "World"
        articles = ["river.md", "world/*.html", { file = "a.txt", lang = "fr", byline = "Ada" }]
    """  # noqa: D301 (click keeps the lines as they are after a backspace)
    from render.cli.build import exit_code
    from render.cli.terminal import Terminal
    from render.pipeline import deliver, ensure_usable, slug
    from render.pipeline.edition import build_edition, read_edition

    wanted = _remembering(options.build_options(given), given)
    # The print PDF is no format of an article alone.
    ensure_usable(wanted, besides=("print",))
    terminal = Terminal(plain=given["plain"], quiet=given["quiet"], report=given["report"])
    with terminal.progress(file) as progress:
        reading = read_edition(Path(file), progress, Path(given["output"]))
        bound = reading.edition
        name = slug(bound.title, ending=bound.issue or bound.date or "")
        made = build_edition(reading, name, wanted, progress)
        target = Path(given["output"]) / name
        report = deliver(made, file, target)
    terminal.show(report, target)
    if wanted.memory.store:
        keep_small(wanted.memory.store.folder)
    terminal.finish()
    return exit_code(made, given["fail_on"])


def _remembering(wanted: BuildOptions, given: dict[str, Any]) -> BuildOptions:
    """With the memory that a batch of the same theme has: what it narrated is not spoken again."""
    from render.batch import fingerprint, installed
    from render.cache import Memory, Store

    folder = cache_folder(given)
    if folder is None:
        return wanted
    known = Memory(Store(folder))
    program = fingerprint.of_program(wanted.theme, installed.tools(known), known)
    return replace(wanted, memory=Memory(known.store, program))
