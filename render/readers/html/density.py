"""How much prose, and how much link text, stands in each element."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.dom import Element
from render.dom.tree import SILENT_TAGS

# Shorter runs are labels, however they end.
_PROSE_CHARACTERS = 25
_CONTROLS = frozenset({"button", "select", "option", "textarea", "noscript", "svg", "iframe"})
_STOPS = re.compile(r"[.,;:!?…。，、；！？।؟،؛։።]")


@dataclass(slots=True)
class Density:
    """Characters in an element, white space apart: all, in links, and in prose.

    `points` weigh the runs of prose that stand directly in the element.
    """

    characters: int = 0
    link_characters: int = 0
    prose: int = 0
    stops: int = 0
    points: float = 0.0

    @property
    def link_share(self) -> float:
        """The part of the characters that stands in links, from 0 to 1."""
        return self.link_characters / self.characters if self.characters else 0.0


class Densities(dict[Element, Density]):
    """The density of each measured element; elements made later count as empty."""

    def __missing__(self, element: Element) -> Density:
        return Density()


def measure(root: Element) -> Densities:
    """The density of every element below `root` and of `root` itself, in one pass."""
    found = Densities()
    order = [root, *root.elements()]
    for element in order:
        found[element] = Density()
    for element in reversed(order):
        _add_own_text(element, found)
        parent = element.parent
        if element is not root and parent is not None:
            _add_up(element, found[element], found[parent])
    return found


def _add_own_text(element: Element, found: Densities) -> None:
    """Text directly in the element; a run of inline content in a block is weighed as prose."""
    density = found[element]
    if element.tag in SILENT_TAGS or element.tag in _CONTROLS:
        found[element] = Density()
        return
    for child in element.children:
        if isinstance(child, str) and not child.isspace():
            density.characters += len(child) - child.count(" ") - child.count("\n")
            density.stops += len(_STOPS.findall(child))
    if element.tag == "a":
        density.link_characters = density.characters
    if element.is_block:
        _weigh_runs(element, density, found)


def _weigh_runs(element: Element, density: Density, found: Densities) -> None:
    """Prose is counted once, in the block whose run of text it is."""
    characters = links = stops = 0
    for child in [*element.children, None]:
        if child is None or (isinstance(child, Element) and child.is_block):
            if (
                characters - links >= _PROSE_CHARACTERS
                and links < characters / 2
                and (stops or characters > 3 * _PROSE_CHARACTERS)
            ):
                density.prose += characters - links
                density.points += 1 + stops + min(characters / 100, 3)
            characters = links = stops = 0
        elif isinstance(child, str):
            if child.isspace():
                continue
            characters += len(child) - child.count(" ") - child.count("\n")
            stops += len(_STOPS.findall(child))
        else:
            inner = found[child]
            characters += inner.characters
            links += inner.link_characters
            stops += inner.stops


def _add_up(element: Element, density: Density, parent: Density) -> None:
    parent.characters += density.characters
    parent.link_characters += density.link_characters
    parent.stops += density.stops
    if element.is_block:
        parent.prose += density.prose
