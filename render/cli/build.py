"""`lisible build`: articles in, a folder of editions out for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.cli import options
from render.errors import RenderError

if TYPE_CHECKING:
    from render.cli.terminal import Terminal
    from render.pipeline import Build, BuildOptions, Progress, Slugs
    from render.reading import Reading

_FORMATS = ("html", "pdf", "epub", "audio")


@click.command(short_help="Make every edition of an article (the default command).")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.output("Folder that gets one folder for each article.")
@options.making(_FORMATS, "Formats to make, with commas: html, pdf, epub, audio, or mp3, m4b, vtt.")
@click.option("--title", help="The title, whatever the input says.")
@click.option("--deck", help="The standfirst, whatever the input says.")
@click.option("--byline", help="Who wrote it, whatever the input says.")
@options.reading
@options.certifier
@options.fail_on
@options.report
@options.plain
@options.quiet
def build(articles: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 (click's own values)
    """Make every edition of each ARTICLE: a file, or - for standard input.

    Writes DIR/NAME/NAME.html, .pdf, .epub, .mp3, .m4b, .vtt with report.html,
    report.json and manifest.json. Exit codes: 0 good, 1 findings at the --fail-on
    level, 2 usage, 3 input unreadable, 4 missing engine, 5 some of several failed.
    """
    from render.cli.terminal import Terminal
    from render.pipeline import Slugs, ensure_usable

    wanted = options.build_options(given)
    ensure_usable(wanted)
    terminal = Terminal(plain=given["plain"], quiet=given["quiet"], report=given["report"])
    slugs = Slugs()
    codes = [_one(article, given, wanted, slugs, terminal) for article in articles]
    terminal.finish()
    if len(codes) == 1:
        return codes[0]
    return 5 if any(code > 1 for code in codes) else max(codes)


def _one(
    article: str, given: dict[str, Any], wanted: BuildOptions, slugs: Slugs, terminal: Terminal
) -> int:
    """Build and publish one article; its failure is told and becomes its exit code."""
    from render.pipeline import build, deliver

    subject = article if article != "-" else "standard input"
    try:
        with terminal.progress(subject) as progress:
            reading, name = _read(article, given, slugs, progress)
            made = build(reading, name, wanted, progress)
            target = Path(given["output"]) / name
            report = deliver(made, subject, target)
    except RenderError as error:
        terminal.fail(subject, error)
        return error.exit_code
    terminal.show(report, target)
    return exit_code(made, given["fail_on"])


def _read(
    article: str, given: dict[str, Any], slugs: Slugs, progress: Progress
) -> tuple[Reading, str]:
    """The article, and the name its folder and files get."""
    from render.model.walk import plain_text
    from render.pipeline import open_file, read
    from render.reading import ReadOptions

    said = {name: given[name] for name in _SAID}
    source, folder = open_file(article)
    reading = read(
        source,
        ReadOptions(keep_all=given["keep"] == "all", **said),
        reader=given["reader"],
        folder=folder,
        progress=progress,
    )
    stem = Path(article).stem if article != "-" else plain_text(reading.article.meta.title)
    return reading, slugs.give(stem)


# The options of reading that are passed on under the same name.
_SAID = ("title", "deck", "byline", "lang", "select", "encoding", "encoding_errors")


def exit_code(made: Build, fail_on: str) -> int:
    """The status of a build: that of the failure where nothing was made, else by findings."""
    from render.findings import Severity

    if made.failures and not made.artefacts:
        return made.failures[0].error.exit_code
    if fail_on == "never" or made.worst is None:
        return 0
    return int(made.worst >= Severity[fail_on.upper()])
