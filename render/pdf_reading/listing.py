"""The tree as text, for people and for golden files."""

from __future__ import annotations

from collections.abc import Iterator

from render.pdf_reading.values import Annotation, Tag, TagTree, Words

_LONGEST_TEXT = 60


def listing(tree: TagTree) -> str:
    """One line for each element, indented by depth, with its text and properties.

    The text of an element has its inner elements in ‹›, each on a line of its own below.
    """
    lines = [f"title {tree.title!r}", f"lang {tree.lang}"]
    for child in tree.children:
        lines += _tag(child, 0)
    if tree.outline:
        lines.append("outline")
        lines += [
            f"{'  ' * item.level}{item.title}" + (f" -> {item.element}" if item.element else "")
            for item in tree.outline
        ]
    lines += [f"untagged p{words.page} {words.text!r}" for words in tree.untagged]
    return "\n".join(lines) + "\n"


def _tag(tag: Tag, depth: int) -> Iterator[str]:
    words, pages = _own_text(tag)
    name = tag.name if tag.name == tag.role else f"{tag.name}={tag.role}"
    parts = [name, *_properties(tag), *(f"p{page}" for page in pages[1:])]
    if words:
        parts.append(repr(words))
    yield f"{'  ' * depth}{' '.join(parts)}"
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _tag(child, depth + 1)


def _own_text(tag: Tag) -> tuple[str, list[int]]:
    runs = [child for child in tag.children if isinstance(child, Words)]
    pieces = (
        child.text if isinstance(child, Words) else f"‹{child.name}›"
        for child in tag.children
        if not isinstance(child, Annotation)
    )
    words = " ".join("".join(pieces).split()) if runs else ""
    if len(words) > _LONGEST_TEXT:
        words = f"{words[: _LONGEST_TEXT - 1]}…"
    return words, sorted({run.page for run in runs})


def _properties(tag: Tag) -> Iterator[str]:
    named = {
        "lang": tag.lang,
        "alt": tag.alt,
        "actual": tag.actual_text,
        "expansion": tag.expansion,
    }
    yield from (f"{name}={value!r}" for name, value in named.items() if value)
    if tag.id:
        yield f"#{tag.id}"
    yield from (f"{name}={value}" for name, value in sorted(tag.attributes.items()))
    yield from (f"attached={media_type}" for media_type in tag.attached)
    for child in tag.children:
        if isinstance(child, Annotation):
            yield f"-> {child.target} ({child.contents!r}, {child.quads} areas)"
