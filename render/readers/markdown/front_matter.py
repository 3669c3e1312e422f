"""Front matter: YAML where every value is text, to metadata."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from render.errors import InputError

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_DEPTH_LIMIT = 8
_SIZE_LIMIT_CHARACTERS = 65_536
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

# Other names that writers and site generators use for the same thing.
SYNONYMS: Mapping[str, str] = {
    "author": "authors",
    "by": "authors",
    "byline": "authors",
    "creator": "authors",
    "canonical": "canonical_url",
    "category": "section",
    "copyright": "rights",
    "cover_image": "cover",
    "date": "published",
    "datepublished": "published",
    "description": "deck",
    "id": "identifier",
    "kategorie": "section",
    "language": "lang",
    "lastmod": "modified",
    "license": "licence",
    "location": "place",
    "direction": "dir",
    "doi": "identifier",
    "standfirst": "deck",
    "subtitle": "deck",
    "summary": "deck",
    "tags": "keywords",
    "updated": "modified",
    "url": "canonical_url",
}
KEYS = frozenset(
    [
        "authors",
        "canonical_url",
        "cover",
        "cover_alt",
        "deck",
        "dir",
        "hazards",
        "identifier",
        "issue",
        "keywords",
        "kicker",
        "lang",
        "lexicon",
        "licence",
        "modified",
        "page",
        "place",
        "published",
        "publisher",
        "rights",
        "section",
        "short_title",
        "source",
        "title",
    ]
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The known values by their canonical key, and the keys that mean nothing to us."""

    values: Mapping[str, Value]
    unknown: tuple[str, ...] = ()


def read_front_matter(text: str, file: str, line: int) -> FrontMatter:
    """The values of a front matter block; `line` is where its first line stands.

    Raises InputError for YAML that is not well formed, and for aliases, tags,
    duplicate keys, deep nesting and sizes that no article needs.
    """
    if len(text) > _SIZE_LIMIT_CHARACTERS:
        raise InputError(
            f"{file}: front matter is longer than {_SIZE_LIMIT_CHARACTERS} characters",
            hint="keep what describes the article; its text comes after the second ---",
        )
    try:
        _refuse(text, file, line)
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = line + mark.line if mark else line
        raise InputError(
            f"{file}:{place}: front matter is not YAML: {error.problem or 'cannot be read'}",
            hint='quote values that hold a colon: title: "Mali: a year on"',
        ) from error
    except yaml.YAMLError as error:
        raise InputError(
            f"{file}:{line}: front matter holds a character that YAML forbids",
            hint="take the control characters out",
        ) from error
    value = _value(node, file, line) if node is not None else {}
    if not isinstance(value, dict):
        raise InputError(
            f"{file}:{line}: front matter is not a list of keys", hint="write `title: …`"
        )
    return _canonical(value)


def nearest_key(key: str) -> str:
    """The known key that an unknown one may have meant, or empty."""
    near = difflib.get_close_matches(key.lower(), sorted(KEYS | set(SYNONYMS)), n=1)
    return near[0] if near else ""


def _refuse(text: str, file: str, line: int) -> None:
    """Stop before anything is built: an alias makes a small text a huge value."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        mark = event.start_mark
        place = f"{file}:{line + (mark.line if mark else 0)}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InputError(
                f"{place}: front matter may not use anchors and aliases",
                hint="write the value out at each place, or quote it if it begins with & or *",
            )
        tag = getattr(event, "tag", None)
        if tag:
            raise InputError(
                f"{place}: front matter may not use tags: '{tag}'",
                hint="quote the value if it begins with !",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEPTH_LIMIT:
            raise InputError(
                f"{place}: front matter is nested more than {_DEPTH_LIMIT} deep",
                hint="write lists and keys one below the other",
            )


def _value(node: yaml.Node, file: str, line: int) -> Value:
    if isinstance(node, yaml.ScalarNode):
        quoted = node.style in {"'", '"'}
        return "" if node.value in _NOTHING and not quoted else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, file, line) for item in node.value]
    found: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            mark = key_node.start_mark
            place = line + (mark.line if mark else 0)
            raise InputError(
                f"{file}:{place}: key '{key[:60]}' is given twice in the front matter",
                hint="keep one of the two",
            )
        found[key] = _value(value_node, file, line)
    return found


def _canonical(value: Mapping[str, Value]) -> FrontMatter:
    values: dict[str, Value] = {}
    unknown: list[str] = []
    for written, content in value.items():
        key = written.strip().lower().replace("-", "_").replace(" ", "_")
        name = SYNONYMS.get(key, key)
        if name not in KEYS:
            unknown.append(written)
        elif content and (name not in values or key == name):
            values[name] = content
    return FrontMatter(values, tuple(unknown))


def texts(value: object) -> tuple[str, ...]:
    """A value as texts: a list's items, or the parts of a text between commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list):
        return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())
    return ()
