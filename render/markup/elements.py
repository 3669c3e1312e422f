"""A small writer of elements: everything that is not already markup is escaped here."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

Value = str | int | bool | None
Attributes = Mapping[str, Value]

_VOID = frozenset({"br", "hr", "img", "source", "track", "wbr"})
_LONG_TOKEN_LETTERS = 500
_BREAK_EVERY_LETTERS = 40


def element(name: str, attributes: Attributes, *content: Markup) -> Markup:
    """The element with its content; attributes that are None or False are left out."""
    return Markup(f"<{name}{_written(attributes)}>{''.join(content)}</{name}>")  # noqa: S704


def void(name: str, attributes: Attributes, *, xhtml: bool) -> Markup:
    """An element that has no content and no end tag in HTML."""
    if name not in _VOID:
        raise ValueError(f"'{name}' is not a void element")
    return Markup(f"<{name}{_written(attributes)}{'/' if xhtml else ''}>")  # noqa: S704


def join(pieces: Iterable[Markup]) -> Markup:
    """The pieces one after the other."""
    return Markup("").join(pieces)


def text(value: str) -> Markup:
    """Characters as markup text."""
    return Markup(_escaped(value))  # noqa: S704


def breakable_text(value: str, *, xhtml: bool) -> Markup:
    """Characters as markup text, with a break opportunity every 40 letters of an endless word.

    WeasyPrint drops what it cannot break (100,000 letters in, 79 out).
    """
    if len(value) <= _LONG_TOKEN_LETTERS:
        return text(value)
    opportunity = void("wbr", {}, xhtml=xhtml)
    return join(opportunity.join(text(part) for part in _parts(token)) for token in _tokens(value))


def _written(attributes: Attributes) -> str:
    pairs = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        # An empty value means true in HTML and is well-formed in XHTML.
        written = "" if value is True else _escaped(str(value)).replace('"', "&quot;")
        pairs.append(f' {name}="{written}"')
    return "".join(pairs)


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tokens(value: str) -> Iterator[str]:
    begin = 0
    for index, character in enumerate(value):
        if character.isspace():
            yield value[begin : index + 1]
            begin = index + 1
    yield value[begin:]


def _parts(token: str) -> Iterator[str]:
    if len(token) <= _LONG_TOKEN_LETTERS:
        yield token
        return
    begin = 0
    for index in range(1, len(token)):
        long_enough = index - begin >= _BREAK_EVERY_LETTERS
        if long_enough and not unicodedata.category(token[index]).startswith(("M", "Cf")):
            yield token[begin:index]
            begin = index
    yield token[begin:]
