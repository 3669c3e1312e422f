"""Names of the articles' folders: the tree of the inputs, in names safe on every system."""

from __future__ import annotations

from pathlib import PurePosixPath

from render.pipeline import Slugs

# Beside the articles in the output.
QUARANTINE = "quarantine"


class Names:
    """Gives each article of one run a name of its own.

    The same inputs in the same order get the same names, whatever shard makes them.
    """

    def __init__(self) -> None:
        self._slugs = {"": Slugs({QUARANTINE})}
        self._folders: dict[PurePosixPath, str] = {PurePosixPath("."): ""}

    def article(self, path: PurePosixPath) -> str:
        """The name of an article at a relative path, with slashes; never one given before."""
        return self._distinct(self._folder(path.parent), path.stem)

    def _folder(self, path: PurePosixPath) -> str:
        if path not in self._folders:
            self._folders[path] = self._distinct(self._folder(path.parent), path.name)
        return self._folders[path]

    def _distinct(self, folder: str, text: str) -> str:
        name = self._slugs.setdefault(folder, Slugs()).give(text)
        return f"{folder}/{name}" if folder else name
