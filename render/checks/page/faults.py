"""One fault in a page, before it is known which file it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from render.findings import Severity

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LONGEST_EVIDENCE = 90


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding to be: `node` is the element's id, `evidence` its start tag or the words."""

    code: str
    severity: Severity
    message: str
    node: str = ""
    evidence: str = ""


def error(code: str, message: str, node: LexborNode | None = None) -> Fault:
    """What keeps someone out or is untrue."""
    return _fault(code, Severity.ERROR, message, node)


def warning(code: str, message: str, node: LexborNode | None = None) -> Fault:
    """What makes reading harder."""
    return _fault(code, Severity.WARNING, message, node)


def _fault(code: str, severity: Severity, message: str, node: LexborNode | None) -> Fault:
    if node is None:
        return Fault(code, severity, message)
    tag = (node.html or "").partition(">")[0] + ">"
    if len(tag) > _LONGEST_EVIDENCE:
        tag = tag[: _LONGEST_EVIDENCE - 1] + "…"
    return Fault(code, severity, message, node.attributes.get("id") or "", tag)
