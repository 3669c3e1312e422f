"""Manifests: one article a row, as CSV with a header or as JSON Lines."""

from __future__ import annotations

import csv
import difflib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from render.errors import InputError, UsageError

SUFFIXES = (".csv", ".jsonl", ".ndjson")
COLUMNS = ("path", "name", "title", "deck", "byline", "lang", "select", "encoding", "reader")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a manifest file, as they are read: `path`, and what else is said.

    Raises UsageError naming the line for a column or a value that has no meaning here.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            read = csv_rows if path.suffix.casefold() == ".csv" else json_rows
            yield from read(stream, str(path))
    except UnicodeDecodeError as error:
        raise InputError(f"'{path}' is not UTF-8", hint="save it as UTF-8") from error
    except OSError as error:
        raise InputError(
            f"cannot read '{path}': {(error.strerror or str(error)).lower()}",
            hint="check the name and your rights to it",
        ) from error


def csv_rows(stream: IO[str], name: str) -> Iterator[dict[str, str]]:
    """The rows of CSV with a header line."""
    reader = csv.DictReader(stream, strict=True)
    try:
        _know(reader.fieldnames or (), f"{name}:1")
        for row in reader:
            if None in row or None in row.values():
                raise UsageError(f"{name}:{reader.line_num}: this line has more or fewer cells")
            yield _checked(row, f"{name}:{reader.line_num}")
    except csv.Error as error:
        raise UsageError(f"{name}:{reader.line_num}: {error}") from error


def json_rows(lines: Iterable[str], name: str) -> Iterator[dict[str, str]]:
    """The rows of JSON Lines; a line that is no object is the path of an article."""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            continue
        place = f"{name}:{number}"
        if not text.startswith("{"):
            yield {"path": text}
            continue
        try:
            row = json.loads(text)
        except ValueError as error:
            raise UsageError(f"{place}: this is not JSON: {error}") from error
        _know(row, place)
        yield _checked(row, place)


def text_rows(text: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a text: paths, or JSON Lines."""
    return json_rows(io.StringIO(text), name)


def _know(columns: Iterable[str], place: str) -> None:
    for column in columns:
        if column not in COLUMNS:
            near = difflib.get_close_matches(column, COLUMNS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(COLUMNS)}"
            raise UsageError(f"{place}: no column is called '{column}'", hint=hint)


def _checked(row: dict[str, Any], place: str) -> dict[str, str]:
    for column, value in row.items():
        if not isinstance(value, str):
            raise UsageError(f"{place}: '{column}' is not text")
        if not value.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise UsageError(f"{place}: '{column}' holds half a surrogate pair")
    said = {column: value.strip() for column, value in row.items() if value.strip()}
    if "path" not in said:
        raise UsageError(f"{place}: no path is given", hint="every row needs a 'path'")
    return said
