"""`lisible cache`: what the cache holds, and how to make it smaller."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import click

from render.cli.options import Command
from render.errors import UsageError

_LIMIT_BYTES = 5_000_000_000
_UNITS = {"": 1, "k": 1000, "M": 1000**2, "G": 1000**3, "T": 1000**4}


@click.command(short_help="Look at the cache of results, or make it smaller.")
@click.argument("action", type=click.Choice(["info", "prune", "clear"]))
@click.option("--cache", "folder", metavar="DIR", help="Folder of the cache. [default: the user's]")
@click.option(
    "--size", default="5G", show_default=True, metavar="SIZE", help="What prune keeps at most."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def cache(action: str, folder: str | None, size: str, *, as_json: bool) -> int:
    """Say what the cache holds (info), remove what was longest of no use (prune), or all (clear).

    A batch or an edition prunes it to 5 GB when it ends.
    """
    from render.cache import Store
    from render.report.page import size as readable

    store = Store(Path(folder) if folder else default_cache())
    if action == "info":
        held = store.holdings()
        if as_json:
            steps = {step: {"entries": number, "size": total} for step, number, total in held.steps}
            told = {"folder": str(store.folder), "entries": held.entries, "size": held.size}
            click.echo(json.dumps(told | {"steps": steps}, indent=2))
            return 0
        click.echo(f"{store.folder}: {held.entries} entries, {readable(held.size)}")
        for step, number, total in held.steps:
            click.echo(f"  {step}: {number} entries, {readable(total)}")
        return 0
    removed, freed = store.prune(0 if action == "clear" else _bytes(size))
    if as_json:
        click.echo(json.dumps({"removed": removed, "freed": freed}))
    else:
        click.echo(f"{removed} entries removed, {readable(freed)}")
    return 0


def remembering(command: Command) -> Command:
    """The options of the commands that remember results for the next run."""
    none = click.option("--no-cache", is_flag=True, help="Remember nothing for the next run.")
    folder = click.option(
        "--cache", "cache", metavar="DIR", help="Folder of the cache. [default: the user's]"
    )
    return folder(none(command))


def cache_folder(given: dict[str, Any]) -> Path | None:
    """Where a command with these options remembers, or None."""
    if given["no_cache"]:
        return None
    return Path(given["cache"]) if given["cache"] else default_cache()


def default_cache() -> Path:
    """The user's cache folder: LISIBLE_CACHE, or the system's place for caches."""
    if named := os.environ.get("LISIBLE_CACHE"):
        return Path(named)
    if os.name == "nt":
        return Path(click.get_app_dir("lisible")).parent / "lisible" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lisible"


def keep_small(folder: Path) -> None:
    """Prune the cache to what a user has room for."""
    from render.cache import Store

    Store(folder).prune(_LIMIT_BYTES)


def _bytes(text: str) -> int:
    match = re.fullmatch(r"(\d+)\s*([kMGT]?)B?", text.strip())
    if not match:
        raise UsageError(f"'{text}' is no size", hint="write a number and a unit, as 500M or 5G")
    return int(match[1]) * _UNITS[match[2]]
