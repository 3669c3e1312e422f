"""Options that several commands have: one wording and one default for each."""

from __future__ import annotations

import click

theme = click.option(
    "--theme", default="default", show_default=True, help="Theme, by name or folder."
)
voice = click.option(
    "--voice",
    default="espeak",
    show_default=True,
    metavar="ENGINE[:NAME]",
    help="Speech engine, and one of its voices.",
)
rate = click.option(
    "--rate",
    default=165,
    show_default=True,
    type=click.IntRange(80, 400),
    metavar="WPM",
    help="Reading speed in words a minute.",
)
settings = click.option(
    "-O",
    "--option",
    "settings",
    multiple=True,
    metavar="RENDERER.KEY=VALUE",
    help="An option of one renderer, as pdf.edition=archive; may be repeated.",
)
keep = click.option(
    "--keep",
    type=click.Choice(["article", "all"]),
    default="article",
    show_default=True,
    help="Leave page chrome out, or keep all of the input.",
)
encoding_errors = click.option(
    "--encoding-errors",
    type=click.Choice(["strict", "replace"]),
    default="strict",
    show_default=True,
    help="What to do with bytes that are not in the encoding.",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The severity of findings that makes the exit code 1.",
)
report = click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to print; json prints nothing else on standard output.",
)
plain = click.option(
    "--plain", is_flag=True, help="Progress line by line, for screen readers and logs."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
