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
        """The name of an article at a path, with slashes; never one given before.

        What a path begins with is the output, even where it begins with a slash.
        """
        place = path.relative_to(path.anchor)
        return self._distinct(self._folder(place.parent), place.stem)

    def _folder(self, path: PurePosixPath) -> str:
        if path not in self._folders:
            for folder in reversed((path, *path.parents)):
                if folder not in self._folders:
                    self._folders[folder] = self._distinct(
                        self._folders[folder.parent], folder.name
                    )
        return self._folders[path]

    def _distinct(self, folder: str, text: str) -> str:
        name = self._slugs.setdefault(folder, Slugs()).give(text)
        return f"{folder}/{name}" if folder else name
