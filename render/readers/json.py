"""Article JSON to an article: the model written out, checked to the letter."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from render.decoding import decode
from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.language import canonical
from render.model import Article, Author, Meta, Text
from render.plugins import Reader
from render.reading import Decision, Reading, ReadOptions, Source

# The renderers recurse over the article; real ones stay below twenty levels of objects.
DEPTH_LIMIT = 200
_SURROGATES = re.compile("[\ud800-\udfff]")
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_WHERE = re.compile(r" - at `(?:key in )?(\$[^`]*)`$")


def read(source: Source, options: ReadOptions) -> Reading:
    """The article of a file in Lisible's own JSON; `lisible schema` prints its schema.

    Raises InputError, with the line or the JSON path, for what is not JSON, nests more
    than 200 deep, gives a key twice, holds a number that is none, or does not fit the
    model. Half a surrogate pair becomes U+FFFD, with a warning.
    """
    decoded = decode(source, options)
    _check_depth(decoded.text, source.name)
    data = _parse(decoded.text, source.name)
    findings = list(decoded.findings)
    data = _without_surrogates(data, source.name, findings)
    try:
        article = msgspec.convert(data, Article)
    except msgspec.ValidationError as error:
        raise _misfit(error, source.name) from error
    article = _overridden(article, options)
    return Reading(article, _decisions(article), (), tuple(findings))


def _check_depth(text: str, file: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > DEPTH_LIMIT:
                line = text.count("\n", 0, match.start()) + 1
                raise InputError(
                    f"{file}:{line}: nested more than {DEPTH_LIMIT} deep",
                    hint="an article needs no such depth; check the program that wrote it",
                )
        elif match[0] in "]}":
            depth -= 1


def _parse(text: str, file: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise InputError(
            f"{file}:{error.lineno}: not JSON: {error.msg.lower()} at column {error.colno}",
            hint="check the file with a JSON editor",
        ) from error
    except _Fault as error:
        line = _line_of(error.needle, text)
        raise InputError(f"{file}{line}: {error}", hint=error.hint) from error
    except ValueError as error:
        # Python's guard against numbers of thousands of digits.
        raise InputError(
            f"{file}: a number has too many digits", hint="check the program that wrote it"
        ) from error


class _Fault(Exception):
    """What the parser's hooks found; `needle` helps to find the line."""

    def __init__(self, message: str, needle: str, hint: str) -> None:
        super().__init__(message)
        self.needle = needle
        self.hint = hint


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Fault(
                f"key '{key[:60]}' is given twice in one object", "", "keep one of the two"
            )
        found[key] = value
    return found


def _refuse(name: str) -> float:
    raise _Fault(f"'{name}' is no number in JSON", name, "leave the value out")


def _finite(written: str) -> float:
    value = float(written)
    if not math.isfinite(value):
        raise _Fault(f"number '{written[:40]}' is too large", written, "write a smaller number")
    return value


def _line_of(needle: str, text: str) -> str:
    at = text.find(needle) if needle else -1
    return f":{text.count(chr(10), 0, at) + 1}" if at >= 0 else ""


def _without_surrogates(value: Any, file: str, findings: list[Finding], path: str = "$") -> Any:  # noqa: ANN401
    """Half a surrogate pair is no character: nothing can be written with it."""
    if isinstance(value, str):
        fixed = _SURROGATES.sub("\ufffd", value)
        if fixed != value:
            findings.append(
                Finding(
                    "JSON-001",
                    Severity.WARNING,
                    "half a surrogate pair is replaced by U+FFFD",
                    "write the whole character, as UTF-8 or as two \\u escapes",
                    Place(file=file, detail=path),
                )
            )
        return fixed
    if isinstance(value, list):
        return [
            _without_surrogates(item, file, findings, f"{path}[{index}]")
            for index, item in enumerate(value)
        ]
    if isinstance(value, dict):
        return {
            _SURROGATES.sub("\ufffd", key): _without_surrogates(
                item, file, findings, f"{path}.{key}"
            )
            for key, item in value.items()
        }
    return value


def _misfit(error: msgspec.ValidationError, file: str) -> InputError:
    message = str(error)
    match = _WHERE.search(message)
    where = match[1] if match else "$"
    said = message[: match.start()] if match else message
    return InputError(
        f"{file}: at {where}: {said[:1].lower()}{said[1:]}",
        hint="`lisible schema` prints what an article may hold",
    )


def _overridden(article: Article, options: ReadOptions) -> Article:
    return msgspec.structs.replace(article, meta=_meta(article.meta, options))


def _meta(meta: Meta, options: ReadOptions) -> Meta:
    changes: dict[str, Any] = {}
    if options.title:
        changes["title"] = (Text(value=options.title),)
    if options.deck is not None:
        changes["deck"] = (Text(value=options.deck),) if options.deck else ()
    if options.byline is not None:
        changes["authors"] = (Author(name=options.byline),) if options.byline else ()
    if options.lang:
        changes["lang"] = canonical(options.lang) or meta.lang
    return msgspec.structs.replace(meta, **changes)


def _decisions(article: Article) -> tuple[Decision, ...]:
    return (Decision("lang", article.meta.lang, "declared", "$.meta.lang", 1.0),)


def _sniff(source: Source) -> float:
    """How much the bytes look like article JSON: an object that has metadata and a body."""
    head = source.data[:4096].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not head.startswith("{"):
        return 0.0
    return 0.95 if set(_keys(head)) & {"meta", "body", "schema_version"} else 0.6


def _keys(head: str) -> Iterator[str]:
    yield from re.findall(r'"(\w+)"\s*:', head)


READER = Reader(
    name="json",
    media_types=("application/json",),
    suffixes=(".json",),
    sniff=_sniff,
    read=read,
)
