"""A fault of a file for a press."""

from __future__ import annotations

from dataclasses import dataclass

from render.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and on which page, from 1; page 0 is the whole file."""

    code: str
    message: str
    page: int = 0
    severity: Severity = Severity.ERROR
