"""The parsed document, with the way up that ElementTree lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Dom:
    """An element tree and the parent of each element."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}

    def parent(self, element: Any) -> Any:
        """The parent, or None above the root."""
        return self._parents.get(element)

    def ancestry(self, element: Any) -> Iterator[Any]:
        """The element and all above it, inside out."""
        while element is not None:
            yield element
            element = self.parent(element)
