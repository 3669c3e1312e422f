"""Options that several commands have: one wording and one default for each."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from render.errors import UsageError

if TYPE_CHECKING:
    from render.pipeline import BuildOptions

# 9999-12-31T23:59:59Z.
_LAST_SECOND = 253_402_300_799

Command = TypeVar("Command", bound=Callable[..., Any])

_SETTINGS = (
    click.option("--theme", default="default", show_default=True, help="Theme, by name or folder."),
    click.option(
        "-O",
        "--option",
        "settings",
        multiple=True,
        metavar="RENDERER.KEY=VALUE",
        help="An option of one renderer, as pdf.edition=archive; may be repeated.",
    ),
    click.option(
        "--voice",
        default="espeak",
        show_default=True,
        metavar="ENGINE[:NAME]",
        help="Speech engine, and one of its voices.",
    ),
    click.option(
        "--rate",
        default=165,
        show_default=True,
        type=click.IntRange(80, 400),
        metavar="WPM",
        help="Reading speed in words a minute.",
    ),
)
reader = click.option(
    "--from",
    "reader",
    metavar="READER",
    help="How to read the input: text, html, markdown or json. [default: by its name]",
)
lang = click.option(
    "--lang", metavar="TAG", help="The language as a BCP 47 tag, such as fr or pt-BR."
)
_READING = (
    reader,
    lang,
    click.option(
        "--keep",
        type=click.Choice(["article", "all"]),
        default="article",
        show_default=True,
        help="Leave page chrome out, or keep all of the input.",
    ),
    click.option("--select", metavar="CSS", help="Where the article is in an HTML page."),
    click.option("--encoding", help="The encoding of the input. [default: found out]"),
    click.option(
        "--encoding-errors",
        type=click.Choice(["strict", "replace"]),
        default="strict",
        show_default=True,
        help="What to do with bytes that are not in the encoding.",
    ),
)
certifier = click.option(
    "--certifier",
    metavar="NAME",
    help="Who claims that the EPUB is accessible; written only if all its checks pass.",
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


def output(words: str) -> Callable[[Command], Command]:
    """`-o`: a folder, described by these words."""
    return click.option(
        "-o", "--output", default="out", show_default=True, metavar="DIR", help=words
    )


def making(formats: tuple[str, ...], words: str) -> Callable[[Command], Command]:
    """`--to`, described by these words, and how it is to be made: what `build_options` reads."""
    to = click.option(
        "--to", default=",".join(formats), show_default=True, metavar="FORMATS", help=words
    )
    return _with(to, *_SETTINGS)


def reading(command: Command) -> Command:
    """How an article is read, whatever it says of itself."""
    return _with(*_READING)(command)


def build_options(given: dict[str, Any]) -> BuildOptions:
    """What a command with the options of `making` is asked for.

    Raises UsageError for an option that no renderer has.
    """
    from render.pipeline import BuildOptions
    from render.pipeline.settings import renderer_options

    return BuildOptions(
        to=names(given["to"]),
        theme=given["theme"],
        voice=given["voice"],
        words_per_minute=given["rate"],
        certifier=given.get("certifier"),
        renderer_options=renderer_options(given["settings"]),
        source_date_epoch=source_date_epoch(),
    )


def names(listed: str) -> tuple[str, ...]:
    """The names in a list with commas."""
    return tuple(part.strip() for part in listed.split(",") if part.strip())


def source_date_epoch() -> int | None:
    """The variable of reproducible-builds.org, or None where it holds no number of seconds.

    Raises UsageError for a time after the year 9999.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text.isdecimal():
        return None
    if len(text) > len(str(_LAST_SECOND)) or int(text) > _LAST_SECOND:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is after the year 9999: '{text[:40]}'",
            hint="give it in seconds since 1970, not in milliseconds",
        )
    return int(text)


def _with(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add
