"""The facts of a report, as values.

A report on what was just built holds no time, so that the same input gives the same report.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from render.findings import Finding, Severity
from render.plugins import CheckedFile, Verdict
from render.reading import Decision, Dropped


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file as the manifest and the report list it; the size is in bytes."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that the ignore file passes over, and its reason there."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a check took, by the clock on the wall."""

    check: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to say about one article's editions, or about files checked alone.

    `title` and `lang` are those of the article, or empty. `findings` come from
    reading, preparing and rendering; those of checks are in their `verdicts`.
    `generator` is the name and version of Lisible. `checked_at`, an ISO 8601 time in
    UTC, and `timings` are those of `lisible check`; empty for what was just built.
    """

    generator: str
    source: str
    title: str
    lang: str
    files: tuple[FileFacts, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    checked_at: str = ""
    timings: tuple[Timing, ...] = ()

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All findings, the gravest first, otherwise in the order they were made."""
        found = (*self.findings, *(f for verdict in self.verdicts for f in verdict.findings))
        return tuple(sorted(found, key=lambda finding: -finding.severity))

    def seconds(self, verdict: Verdict) -> float | None:
        """How long the check of a verdict took, or None where nobody measured it."""
        ran = verdict.state == "ran"
        found = (timing.seconds for timing in self.timings if timing.check == verdict.check)
        return next(found, None) if ran else None

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.everything)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity, or None when nothing was found."""
        return max((finding.severity for finding in self.everything), default=None)


def file_facts(files: Iterable[CheckedFile]) -> tuple[FileFacts, ...]:
    """Name, type, size and SHA-256 of each file."""
    return tuple(
        FileFacts(file.name, file.media_type, len(file.data), hashlib.sha256(file.data).hexdigest())
        for file in files
    )
