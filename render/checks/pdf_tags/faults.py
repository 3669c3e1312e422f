"""One fault in a PDF, before it is known which file it is in."""

from __future__ import annotations

from dataclasses import dataclass

from render.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding to be: `place` is a page or the path of tags that leads to the element."""

    code: str
    severity: Severity
    message: str
    place: str = ""
    node: str = ""


def error(code: str, message: str, place: str = "", node: str = "") -> Fault:
    """What keeps someone out or is untrue."""
    return Fault(code, Severity.ERROR, message, place, node)


def warning(code: str, message: str, place: str = "", node: str = "") -> Fault:
    """What makes reading harder."""
    return Fault(code, Severity.WARNING, message, place, node)
