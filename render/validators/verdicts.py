"""Verdicts of validators: what ran, on which files, or why it did not."""

from collections.abc import Iterable

from render.findings import Finding
from render.plugins import CheckedFile, Subject, Verdict


def targets(subject: Subject, media_types: tuple[str, ...]) -> tuple[CheckedFile, ...]:
    """The files of a subject that have one of these media types."""
    return tuple(file for file in subject.files if file.media_type in media_types)


def ran(
    check: str,
    tool: tuple[str, str],
    files: Iterable[CheckedFile],
    findings: Iterable[Finding],
) -> Verdict:
    """The verdict of a check that ran; `tool` is its name and version."""
    name, version = tool
    return Verdict(check, name, version, "ran", tuple(file.name for file in files), tuple(findings))


def absent(check: str, tool: str, files: Iterable[CheckedFile], reason: str) -> Verdict:
    """The verdict of a check whose tool is not installed."""
    return Verdict(check, tool, "", "absent", tuple(file.name for file in files), (), reason)
