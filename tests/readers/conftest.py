"""Articles written small, so that a test shows what it expects in one line."""

from collections.abc import Callable, Iterable

import msgspec
import pytest

from render.model import Article

PLAIN = {"children", "items", "rows", "cells", "entries", "content"}
INNER = ("heading", "terms", "content", "children", "items", "rows", "cells", "entries",
    "definitions", "lines", "caption", "credit", "attribution", "description")  # fmt: skip


def _sketch(node: object) -> str:
    """`(paragraph "Un " (marked kind=strong "mot"))`: kind, then fields, then what is inside."""
    if isinstance(node, list | tuple):
        return " ".join(_sketch(item) for item in node)
    assert isinstance(node, dict)
    if node["type"] == "text" and set(node) == {"type", "value"}:
        return f'"{node["value"]}"'
    fields = [
        f"{key}={_sketch(value) if isinstance(value, dict) else value}"
        for key, value in node.items()
        if key not in {"type", "value", *INNER}
    ]
    inside = [
        _sketch(node[key]) if key in PLAIN
        else f"{key}: {_sketch(node[key])}"
        for key in INNER
        if node.get(key)
    ]  # fmt: skip
    if "value" in node and isinstance(node["value"], str):
        inside.append(repr(node["value"]))
    elif "value" in node:
        fields.append(f"value={node['value']}")
    return f"({' '.join([node['type'], *fields, *inside])})"


@pytest.fixture
def sketch() -> Callable[[Iterable[object]], str]:
    """Blocks in small notation."""
    return lambda blocks: _sketch(msgspec.to_builtins(tuple(blocks)))


@pytest.fixture
def words() -> Callable[[Article], str]:
    """Every text of an article's body and notes, one space between runs."""

    def collect(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["value"]] if isinstance(value.get("value"), str) else []
            return own + [text for part in value.values() for text in collect(part)]
        if isinstance(value, list | tuple):
            return [text for part in value for text in collect(part)]
        return []

    return lambda article: " ".join(
        " ".join(collect(msgspec.to_builtins((article.body, article.notes)))).split()
    )
