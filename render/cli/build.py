"""`lisible build`: articles in, a folder of editions out for each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.cli import options
from render.errors import RenderError

if TYPE_CHECKING:
    from render.cli.terminal import Terminal
    from render.pipeline import Build, BuildOptions, Progress
    from render.reading import Reading

_FORMATS = ("html", "pdf", "epub", "audio")


@click.command(short_help="Make every edition of an article (the default command).")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    default="out",
    show_default=True,
    metavar="DIR",
    help="Folder that gets one folder for each article.",
)
@click.option(
    "--to",
    default=",".join(_FORMATS),
    show_default=True,
    metavar="FORMATS",
    help="Formats to make, with commas: html, pdf, epub, audio, or mp3, m4b, vtt.",
)
@click.option(
    "--from",
    "reader",
    metavar="READER",
    help="How to read the input: text, html, markdown or json. [default: by its name]",
)
@options.theme
@options.settings
@options.voice
@options.rate
@click.option("--title", help="The title, whatever the input says.")
@click.option("--deck", help="The standfirst, whatever the input says.")
@click.option("--byline", help="Who wrote it, whatever the input says.")
@click.option("--lang", metavar="TAG", help="The language as a BCP 47 tag, such as fr or pt-BR.")
@options.keep
@click.option("--select", metavar="CSS", help="Where the article is in an HTML page.")
@click.option("--encoding", help="The encoding of the input. [default: found out]")
@options.encoding_errors
@click.option(
    "--certifier",
    metavar="NAME",
    help="Who claims that the EPUB is accessible; written only if all its checks pass.",
)
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
    from render.pipeline import ensure_usable

    options = _options(given)
    ensure_usable(options)
    terminal = Terminal(plain=given["plain"], quiet=given["quiet"], report=given["report"])
    taken: set[str] = set()
    codes = [_one(article, given, options, taken, terminal) for article in articles]
    terminal.finish()
    if len(codes) == 1:
        return codes[0]
    return 5 if any(code > 1 for code in codes) else max(codes)


def _options(given: dict[str, Any]) -> BuildOptions:
    from render.pipeline import BuildOptions
    from render.pipeline.settings import renderer_options

    return BuildOptions(
        to=tuple(part.strip() for part in given["to"].split(",") if part.strip()),
        theme=given["theme"],
        voice=given["voice"],
        words_per_minute=given["rate"],
        certifier=given["certifier"],
        renderer_options=renderer_options(given["settings"]),
        source_date_epoch=source_date_epoch(),
    )


def _one(
    article: str, given: dict[str, Any], options: BuildOptions, taken: set[str], terminal: Terminal
) -> int:
    """Build and publish one article; its failure is told and becomes its exit code."""
    from render.pipeline import build, deliver

    subject = article if article != "-" else "standard input"
    try:
        with terminal.progress(subject) as progress:
            reading, name = _read(article, given, taken, progress)
            made = build(reading, name, options, progress)
            target = Path(given["output"]) / name
            report = deliver(made, subject, target)
    except RenderError as error:
        terminal.fail(subject, error)
        return error.exit_code
    terminal.show(report, target)
    return exit_code(made, given["fail_on"])


def _read(
    article: str, given: dict[str, Any], taken: set[str], progress: Progress
) -> tuple[Reading, str]:
    """The article, and the name its folder and files get."""
    from render.model.walk import plain_text
    from render.pipeline import open_file, read, slug
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
    name = slug(stem, taken)
    taken.add(name)
    return reading, name


# The options of reading that are passed on under the same name.
_SAID = ("title", "deck", "byline", "lang", "select", "encoding", "encoding_errors")


def source_date_epoch() -> int | None:
    """The variable of reproducible-builds.org, or None where it holds no number of seconds."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(text) if text.isdecimal() else None


def exit_code(made: Build, fail_on: str) -> int:
    """The status of a build: that of the failure where nothing was made, else by findings."""
    from render.findings import Severity

    if made.failures and not made.artefacts:
        return made.failures[0].error.exit_code
    if fail_on == "never" or made.worst is None:
        return 0
    return int(made.worst >= Severity[fail_on.upper()])
