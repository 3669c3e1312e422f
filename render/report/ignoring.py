"""The ignore file: which findings to pass over, each with a reason that the report shows."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any

from render.errors import UsageError
from render.findings import Finding, Place, Severity
from render.plugins import Verdict
from render.report.facts import Ignored

_KEYS = {"code", "file", "node", "contains", "reason"}
_HINT = (
    'an entry is [[ignore]] with code = "PAGE-151", reason = "why", and if wanted file = "*.html",'
    ' node = "p-3", contains = "words of the message"'
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: every part that is given must fit; `file` is a pattern such as `*.html`."""

    code: str
    reason: str
    file: str = "*"
    node: str = ""
    contains: str = ""

    def fits(self, finding: Finding) -> bool:
        """Whether the entry is about this finding."""
        where = finding.where
        names = (where.file, PurePath(where.file).name)
        return (
            fnmatchcase(finding.code, self.code)
            and any(fnmatchcase(name, self.file) for name in names)
            and self.node in {"", where.node}
            and self.contains in finding.message
        )


def rules(data: bytes, name: str) -> tuple[Rule, ...]:
    """The entries of an ignore file called `name`.

    Raises UsageError when it is no TOML, or an entry lacks its code or its reason.
    """
    try:
        content = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"'{name}' is no TOML: {error}", hint=_HINT) from error
    entries = content.get("ignore", [])
    if set(content) - {"ignore"} or not isinstance(entries, list):
        raise UsageError(f"'{name}' holds something else than [[ignore]] entries", hint=_HINT)
    return tuple(
        _rule(entry, f"'{name}', entry {number}") for number, entry in enumerate(entries, 1)
    )


def ignoring(
    wanted: Iterable[Rule], verdicts: Iterable[Verdict]
) -> tuple[tuple[Verdict, ...], tuple[Ignored, ...], tuple[Finding, ...]]:
    """The verdicts without what is ignored, what is, and a note for each entry that fits none."""
    entries = tuple(wanted)
    kept: list[Verdict] = []
    ignored: list[Ignored] = []
    used: set[Rule] = set()
    for verdict in verdicts:
        left = []
        for finding in verdict.findings:
            rule = next((rule for rule in entries if rule.fits(finding)), None)
            if rule is None:
                left.append(finding)
            else:
                used.add(rule)
                ignored.append(Ignored(finding, rule.reason))
        kept.append(dataclasses.replace(verdict, findings=tuple(left)))
    return tuple(kept), tuple(ignored), tuple(_unused(entries, used))


def _rule(entry: Any, where: str) -> Rule:  # noqa: ANN401 (whatever the file holds)
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise UsageError(f"{where}: only texts are allowed", hint=_HINT)
    if strange := sorted(set(entry) - _KEYS):
        raise UsageError(f"{where}: there is no key '{strange[0]}'", hint=_HINT)
    for key in ("code", "reason"):
        if not entry.get(key, "").strip():
            raise UsageError(f"{where}: the {key} is missing", hint=_HINT)
    return Rule(**entry)


def _unused(entries: tuple[Rule, ...], used: set[Rule]) -> Iterator[Finding]:
    for rule in entries:
        if rule not in used:
            message = f"the entry for {rule.code} ({rule.reason}) fits no finding"
            yield Finding("IGNORE-001", Severity.NOTE, message, where=Place(rule.file))
