"""Quarantine: what could not be made, with its input, the reason and the log."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from render.batch.naming import QUARANTINE
from render.batch.receipts import staging_folder
from render.batch.values import Outcome
from render.pipeline.publish import MANIFEST, publish
from render.pipeline.source import printable

_INPUT_LIMIT_BYTES = 50_000_000


def quarantine(outcome: Outcome, output: Path) -> None:
    """Put an article aside: a folder of its input, `reason.txt` and `log.json`.

    Raises OutputError when it cannot be written.
    """
    files = {
        "reason.txt": _reason(outcome).encode(),
        "log.json": msgspec.json.format(msgspec.json.encode(outcome), indent=2) + b"\n",
    } | _input(Path(outcome.item.opened))
    listed = {"format": "lisible-quarantine-1", "files": [{"name": name} for name in files]}
    files[MANIFEST] = msgspec.json.format(msgspec.json.encode(listed), indent=2) + b"\n"
    publish(files, output / QUARANTINE / outcome.item.name, staging_folder(output))


def release(name: str, output: Path) -> None:
    """Take an article that is well again out of quarantine."""
    folder = output / QUARANTINE / name
    if (folder / "reason.txt").is_file():
        shutil.rmtree(folder, ignore_errors=True)


def _reason(outcome: Outcome) -> str:
    tried = "once" if outcome.attempt == 1 else f"{outcome.attempt} times"
    lines = [f"{outcome.item.id}: tried {tried}, {outcome.state}", ""]
    for failure in outcome.failures:
        lines.append(f"{failure.format or 'article'}: {failure.message}")
        if failure.hint:
            lines.append(f"  hint: {failure.hint}")
    return "\n".join([*lines, ""])


def _input(path: Path) -> dict[str, bytes]:
    try:
        if not path.is_file() or path.stat().st_size > _INPUT_LIMIT_BYTES:
            return {}
        return {f"input-{printable(path.name)}": path.read_bytes()}
    except OSError:
        return {}
