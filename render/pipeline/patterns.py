"""The files that a pattern of the user's names."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path


def is_pattern(name: str, folder: Path) -> bool:
    """Whether a name stands for others, and is not that of a file or folder that is there."""
    return glob.has_magic(name) and not (folder / name).exists()


def matching(pattern: str, folder: Path, output: Path | None) -> Iterator[str]:
    """What a pattern names as seen from `folder`, in the order of the names.

    Once each where links lead in circles, and nothing below `output` where the pattern begins
    above it: the next run would read what this one wrote.
    """
    fixed = takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts)
    written = output.resolve() if output is not None else None
    ours = {written} if written and folder.joinpath(*fixed).resolve() in written.parents else set()
    seen: set[Path] = set()
    # Path.glob refuses patterns that begin with /.
    for match in sorted(glob.glob(pattern, root_dir=folder, recursive=True)):  # noqa: PTH207
        path = folder / match
        place = path.parent.resolve() / path.name
        if place not in seen and ours.isdisjoint(place.parents) and path.is_file():
            seen.add(place)
            yield match
