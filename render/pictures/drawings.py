"""SVG drawings, which no edition holds: whether one is only shapes, or would do harm.

They are read, never drawn: a harmless one is left out with a word, a harmful one refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

# Charts have lines of some thousand points; ten thousand take six digits each.
_ATTRIBUTE_CHARACTERS = 100_000
_SCRIPTED = frozenset({"script", "foreignobject", "handler"})
_BEGINNINGS = (b"<svg", b"<?xml", b"<!doc", b"<!--")


def is_drawing(data: bytes) -> bool:
    """Whether the bytes begin as an XML document does that is no web page."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(_BEGINNINGS) and b"<html" not in head and b"<!doctype html" not in head


def danger_of(data: bytes) -> str:
    """What a drawing would do, for after "this SVG drawing"; empty for one of shapes alone.

    No entity is ever put in and nothing fetched. One that ends too soon is judged by what
    there is.
    """
    found = _Found()
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = found.entity
    parser.StartElementHandler = found.begin
    parser.EndElementHandler = found.end
    try:
        parser.Parse(data.lstrip(b" \t\r\n"))
    except _DangerError as danger:
        return str(danger)
    except (expat.ExpatError, ValueError):
        pass
    return found.copies()


class _DangerError(Exception):
    """Stops the parser at the first harm; never leaves this module."""


@dataclass(slots=True)
class _Found:
    """What the parser has met: the ids it is inside of, and those that copy and are copied."""

    open_ids: list[str] = field(default_factory=list)
    copying: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)
    has_root: bool = False

    def entity(self, *_: object) -> None:
        raise _DangerError("declares entities")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if not self.has_root and tag != "svg":
            raise _DangerError("is XML of another kind")
        self.has_root = True
        self.open_ids.append(attributes.get("id", ""))
        if tag in _SCRIPTED or any(key.lower().startswith("on") for key in attributes):
            raise _DangerError("holds a script")
        if any(len(value) > _ATTRIBUTE_CHARACTERS for value in attributes.values()):
            raise _DangerError(f"has a path of over {_ATTRIBUTE_CHARACTERS:,} characters")
        address = attributes.get("href") or attributes.get("xlink:href") or ""
        if tag != "a" and address and not address.startswith(("#", "data:image/")):
            raise _DangerError("reads other files")
        if tag == "use":
            self.copying.update(filter(None, self.open_ids))
            self.copied.add(address.removeprefix("#"))

    def end(self, _: str) -> None:
        self.open_ids.pop()

    def copies(self) -> str:
        """A copy of what holds copies itself can double at each step, or never end."""
        return "copies its own copies" if self.copying & self.copied else ""
