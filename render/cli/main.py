"""The `lisible` command: which sub-command runs, and how any ending becomes an exit code."""

import contextlib
import os
import signal
import sys
from typing import NoReturn

import click

from render.cli.batch import batch
from render.cli.batch_report import report
from render.cli.build import build
from render.cli.cache import cache
from render.cli.check import check
from render.cli.doctor import doctor
from render.cli.edition import edition
from render.cli.inform import explain, schema
from render.cli.say import say
from render.cli.themes import themes
from render.cli.voices import voices
from render.errors import RenderError
from render.interruption import undo_all

_INTERRUPTED = 128 + signal.SIGINT

_COMMANDS = (
    build,
    edition,
    batch,
    report,
    cache,
    check,
    say,
    voices,
    themes,
    doctor,
    explain,
    schema,
)


@click.group(
    name="lisible",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`lisible ARTICLE` is short for `lisible build ARTICLE`.",
)
@click.version_option(None, "--version", package_name="lisible", prog_name="lisible")
def cli() -> None:
    """One article in, every edition out: accessible page, tagged PDF, EPUB 3 and audio."""


for _command in _COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command and leave with its exit code; a user never sees a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            # A terminal that cannot show a letter gets its escape, not a crash.
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = run(sys.argv[1:])
    if code == _INTERRUPTED:
        _end_at_once(code)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = _unread()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; failures are told on standard error."""
    try:
        result = cli.main(_with_default(arguments), "lisible", standalone_mode=False)
    except RenderError as error:
        return _tell(error.message, error.hint, error.exit_code)
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        # Once is enough: another, while we end, would show a traceback.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return _tell("stopped before the end; nothing was left half-written", "", _INTERRUPTED)
    except (BrokenPipeError, SystemExit):
        # With `standalone_mode` off, click leaves by itself only where nobody reads on.
        return _unread()
    except Exception as error:
        if os.environ.get("LISIBLE_DEBUG"):
            raise
        return _tell(
            f"internal error, {type(error).__name__}: {error}",
            "this is a fault of Lisible, not of your article; please report it"
            " (LISIBLE_DEBUG=1 shows the details)",
            1,
        )
    return result if isinstance(result, int) else 0


def _unread() -> int:
    """The exit code where nobody reads on; what is still to be flushed at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 128 + signal.SIGPIPE


def _end_at_once(code: int) -> NoReturn:
    """End without the threads that are still at work, for which the interpreter would wait."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.flush()
    undo_all()
    os._exit(code)


def _with_default(arguments: list[str]) -> list[str]:
    """`build` in front, where no command is named."""
    if not arguments:
        return ["--help"]
    first = arguments[0]
    if first in cli.commands or first in ("-h", "--help", "--version"):
        return arguments
    return ["build", *arguments]


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "lisible"
    return _tell(error.format_message().rstrip("."), f"see `{command} --help`", 2)


def _tell(message: str, hint: str, code: int) -> int:
    click.echo(f"lisible: {message}", err=True)
    if hint:
        click.echo(f"  hint: {hint}", err=True)
    return code
