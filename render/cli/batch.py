"""`lisible batch`: many articles, safe against crashes, hangs and interruptions."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.cli import options
from render.cli.cache import cache_folder, keep_small, remembering
from render.errors import UsageError

if TYPE_CHECKING:
    from render.batch.inputs import Shard
    from render.batch.run import Executor, Tally
    from render.batch.storage import Remote
    from render.batch.values import Limit, Settings


@click.command(short_help="Make the editions of many articles; resume, shard, quarantine.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options.output("Folder of it all.")
@options.making(("html", "pdf", "epub", "audio"), "Formats to make, with commas.")
@options.reading
@click.option(
    "-j", "--workers", type=click.IntRange(1), metavar="N", help="Workers. [default: processors]"
)
@click.option(
    "--executor",
    default="local",
    show_default=True,
    metavar="local|dask[://HOST:PORT]",
    help="Where the work is done.",
)
@click.option(
    "--shard", default="1/1", show_default=True, metavar="I/N", help="Only part I of N, from 1."
)
@options.certifier
@click.option("--force", is_flag=True, help="Make valid articles again too.")
@click.option("--resume", is_flag=True, help="Leave known failures; make only what is not settled.")
@click.option("--fail-fast", is_flag=True, help="Take no more articles after one that fails.")
@click.option(
    "--time-limit",
    multiple=True,
    metavar="FORMAT=SECONDS",
    help="Time one format of an article may take; read=SECONDS is for reading it.",
)
@click.option(
    "--memory-limit",
    multiple=True,
    metavar="FORMAT=MB",
    help="Memory one format of an article may take.",
)
@remembering
@options.fail_on
@options.plain
@click.option("-q", "--quiet", is_flag=True, help="Failures only.")
def batch(inputs: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 (click's own values)
    """Make the editions of every INPUT: a file, folder, glob or manifest, or - for a list.

    A manifest is a .csv or .jsonl file with a column `path`. What is valid from an earlier
    run is skipped. An article that breaks its worker is tried once more alone, then put in
    DIR/quarantine with the reason. Exit codes: 0 good, 1 findings at the --fail-on level,
    2 usage, 5 some articles failed.
    """
    from render.batch.inputs import Inputs
    from render.batch.run import Policy, run
    from render.cli.batch_progress import BatchProgress

    shard = _shard(given["shard"])
    with _workplace(given["output"]) as (output, destination):
        settings, suffixes = _made_sure(_settings(given | {"output": output}), given)
        policy = Policy(given["force"], given["resume"], given["fail_fast"], destination)
        listed = Inputs(inputs, given["output"], shard, suffixes)
        total = listed.count()
        with BatchProgress(total, plain=given["plain"], quiet=given["quiet"]) as progress:
            tally = run(listed.items(), settings, _executor(given), policy, progress.hear)
    if tally.done and settings.cache:
        keep_small(Path(settings.cache))
    if not given["quiet"]:
        click.echo(_summary(tally, given["output"]))
    return _exit_code(tally, given["fail_on"])


@contextmanager
def _workplace(output: str) -> Iterator[tuple[str, Remote | None]]:
    """The output itself; or for an address, a folder to work in, and where all goes from there."""
    from render.batch.storage import is_address, remote

    if not is_address(output):
        yield output, None
        return
    destination = remote(output)
    with tempfile.TemporaryDirectory(prefix="lisible-") as folder:
        yield folder, destination


def _settings(given: dict[str, Any]) -> Settings:
    from render.batch.values import Settings

    to = options.names(given["to"])
    said = ("lang", "select", "encoding", "reader")
    return Settings(
        output=given["output"],
        to=to,
        theme=given["theme"],
        voice=given["voice"],
        words_per_minute=given["rate"],
        source_date_epoch=options.source_date_epoch(),
        keep_all=given["keep"] == "all",
        encoding_errors=given["encoding_errors"],
        reading={name: given[name] for name in said if given[name]},
        certifier=given["certifier"],
        renderers=given["settings"],
        limits=_limits(given["time_limit"], given["memory_limit"], to),
        cache=str(folder) if (folder := cache_folder(given)) else None,
    )


def _made_sure(settings: Settings, given: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings signed, once they are known to be usable, and the suffixes of articles.

    What an earlier run learned of the same installation is believed.
    """
    from render.batch.fingerprint import signed
    from render.batch.inputs import article_suffixes
    from render.cache import Memory, Store

    store = Store(Path(settings.cache)) if settings.cache else None
    made = signed(settings, Memory(store))
    memory = Memory(store, made.program)

    def usable() -> bool:
        # The formats and the voice take 60 ms to import.
        from render.pipeline import ensure_usable

        ensure_usable(options.build_options(given))
        return True

    memory.recall("installed", memory.key("usable", made.fingerprint), usable, bool)
    key = memory.key("suffixes")
    return made, memory.recall("installed", key, article_suffixes, tuple[str, ...])


def _limits(
    times: tuple[str, ...], memories: tuple[str, ...], to: tuple[str, ...]
) -> dict[str, Limit]:
    import msgspec

    from render.batch.values import Settings

    plain = Settings(output="")
    limits: dict[str, Limit] = {}
    for field, unit, words, known in (
        ("wall_s", 1, times, ("read", *to)),
        ("memory_bytes", 1_000_000, memories, to),
    ):
        for word in words:
            match = re.fullmatch(r"([\w-]+)=(\d+)", word)
            if not match or not int(match[2]):
                raise UsageError(f"'{word}' is no limit", hint="write FORMAT=NUMBER, as pdf=60")
            name = match[1]
            if name not in known:
                hint = f"there are: {', '.join(known)}"
                raise UsageError(f"'{word}' limits nothing that is made", hint=hint)
            limit = limits.get(name) or plain.limit(name)
            limits[name] = msgspec.structs.replace(limit, **{field: unit * int(match[2])})
    return limits


def _shard(text: str) -> Shard:
    from render.batch.inputs import Shard

    match = re.fullmatch(r"(\d+)/(\d+)", text)
    if not match or not 1 <= int(match[1]) <= int(match[2]):
        raise UsageError(
            f"'{text}' is no shard", hint="write I/N, I from 1 to N: the first of four is 1/4"
        )
    return Shard(int(match[1]), int(match[2]))


def _executor(given: dict[str, Any]) -> Executor:
    from render.batch.cluster import Dask
    from render.batch.local import Local

    name, workers = given["executor"], given["workers"] or os.cpu_count() or 1
    if name == "local":
        return Local(workers)
    if match := re.fullmatch(r"dask(?:://([\w.\[\]-]+:\d+))?", name):
        return Dask(match[1] or "", workers)
    raise UsageError(
        f"no executor is called '{name}'", hint="there are: local, dask, dask://HOST:PORT"
    )


def _summary(tally: Tally, output: str) -> str:
    parts = [f"{tally.done} made"]
    if tally.skipped:
        parts.append(f"{tally.skipped} valid already")
    if tally.failed:
        parts.append(f"{tally.failed} failed, see {output.rstrip('/')}/quarantine/")
    return f"{', '.join(parts)}. `lisible report {output}` groups what was found by cause."


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.failed:
        return 5
    grave = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return int(any(tally.worst.get(label) for label in grave))
