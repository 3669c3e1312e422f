"""A tagged PDF as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """One run of marked content as an extractor reads it, ActualText applied; pages from 1."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation under its tag.

    `target` is an address, or `#name` inside the file; `contents` is its name;
    `quads` counts its areas.
    """

    target: str
    contents: str
    page: int
    quads: int


@dataclass(frozen=True, slots=True)
class Tag:
    """One structure element.

    `name` is its type as written, `role` the standard type it maps to. `attributes`
    are flat, as `Table.Scope`; `references` are the ids of elements it refers to,
    `attached` the media types of the files that hang on it.
    """

    name: str
    role: str
    children: tuple[Tag | Words | Annotation, ...] = ()
    id: str = ""
    lang: str = ""
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()

    def tags(self) -> Iterator[Tag]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Tag):
                yield from child.tags()


@dataclass(frozen=True, slots=True)
class Artifact:
    """Content outside the tree: its type and subtype as declared, and its text."""

    kind: str
    subtype: str
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One bookmark. `element` is the type of the structure element it leads to, if any."""

    title: str
    level: int
    element: str


@dataclass(frozen=True, slots=True)
class TagTree:
    """The whole file. `untagged` is content that is neither tagged nor an artifact: a fault."""

    lang: str
    title: str
    children: tuple[Tag, ...]
    outline: tuple[OutlineItem, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    untagged: tuple[Words, ...] = ()
    page_labels: tuple[str, ...] = ()

    def tags(self) -> Iterator[Tag]:
        """Every element, in order."""
        for child in self.children:
            yield from child.tags()
