"""Findings: what is imperfect in the content or in an output, as values.

An exception stops the work; a finding reports and the work goes on.
"""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding matters; a higher number is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The severity in lower case, as reports print it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding was made; every part is optional.

    `node` is a node id of the article, `line` counts from 1,
    `detail` is free text such as a page number, a CSS selector or a tag path.
    """

    file: str = ""
    node: str = ""
    line: int | None = None
    detail: str = ""

    def __str__(self) -> str:
        name = f"{self.file}:{self.line}" if self.line is not None else self.file
        node = f"#{self.node}" if self.node else ""
        return " ".join(part for part in (name, node, self.detail) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One imperfection: what, how bad, where, and what to do about it.

    `code` is stable and never reused; `lisible explain CODE` describes it,
    from `explanations/PREFIX.toml`. `tool` names who found it, with its version
    where that is known; empty means Lisible itself.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    where: Place = Place()
    tool: str = ""
