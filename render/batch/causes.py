"""What went wrong in a batch, grouped by cause, so that one remedy heals many articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from render.batch.values import FormatFailure, Found, Receipt

FORMAT = "lisible-batch-report-1"
_RANK = {"failure": 0, "error": 1, "warning": 2, "note": 3}
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: `severity` is `failure` where a format or article is lost, else a finding's.

    `code` is that of a finding, or the kind of error. `articles` counts those it touches,
    `occurrences` every time, `seconds` what those articles took. `message` is the first seen.
    """

    severity: str
    code: str
    message: str
    hint: str
    articles: int
    occurrences: int
    seconds: float
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StageTime:
    """The seconds that one stage took over all articles, and in the slowest."""

    stage: str
    seconds: float
    slowest_s: float
    slowest: str


@dataclass(frozen=True, slots=True)
class BatchReport:
    """A whole output: articles by state, causes with the most costly first, and stage times."""

    articles: int
    done: int
    partial: int
    failed: int
    retried: int
    seconds: float
    peak_memory_bytes: int
    size: int
    causes: tuple[Cause, ...]
    stages: tuple[StageTime, ...]


def batch_report(receipts: Iterable[Receipt]) -> BatchReport:
    """The report over these receipts, which are read once and not kept."""
    gathered = _Gathered({}, {}, {}, {"done": 0, "partial": 0, "failed": 0})
    retried, seconds, peak, size = 0, 0.0, 0, 0
    for receipt in receipts:
        gathered.add(receipt)
        retried += receipt.attempt > 1
        seconds += receipt.seconds
        peak = max(peak, receipt.peak_memory_bytes)
        size += sum(file.size for file in receipt.files)
    causes = sorted(
        gathered.causes.values(),
        key=lambda cause: (
            _RANK.get(cause.severity, 9),
            -cause.articles,
            -cause.occurrences,
            cause.code,
        ),
    )
    stages = sorted(gathered.stages.values(), key=lambda stage: (-stage.seconds, stage.stage))
    states = gathered.states
    return BatchReport(
        articles=sum(states.values()),
        done=states["done"],
        partial=states["partial"],
        failed=states["failed"],
        retried=retried,
        seconds=round(seconds, 3),
        peak_memory_bytes=peak,
        size=size,
        causes=tuple(causes),
        stages=tuple(stages),
    )


def batch_report_json(report: BatchReport) -> bytes:
    """The report as indented JSON that ends with a line feed."""
    content = {"format": FORMAT} | msgspec.to_builtins(report)
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


@dataclass(frozen=True, slots=True)
class _Gathered:
    causes: dict[tuple[str, str, str], Cause]
    last: dict[tuple[str, str, str], str]
    stages: dict[str, StageTime]
    states: dict[str, int]

    def add(self, receipt: Receipt) -> None:
        if receipt.state in self.states:
            self.states[receipt.state] += 1
        for failure in receipt.failures:
            self._cause(_lost(failure), receipt)
        for found in receipt.findings:
            # A failed format is told by its failure already.
            if found.code != "BUILD-001":
                self._cause(_imperfect(found), receipt)
        for name, seconds in receipt.stages.items():
            held = self.stages.get(name) or StageTime(name, 0.0, -1.0, "")
            slowest = max((held.slowest_s, held.slowest), (seconds, receipt.id))
            self.stages[name] = StageTime(name, round(held.seconds + seconds, 4), *slowest)

    def _cause(self, one: Cause, receipt: Receipt) -> None:
        key = (one.severity, one.code, _pattern(one.message) if one.severity == "failure" else "")
        held = self.causes.get(key)
        if held is None:
            held = Cause(one.severity, one.code, one.message, one.hint, 0, 0, 0.0, ())
        first_of_article = self.last.get(key) != receipt.name
        self.last[key] = receipt.name
        self.causes[key] = Cause(
            held.severity,
            held.code,
            held.message,
            held.hint,
            held.articles + first_of_article,
            held.occurrences + one.occurrences,
            round(held.seconds + receipt.seconds * first_of_article, 4),
            (*held.examples, receipt.id)[:_EXAMPLES] if first_of_article else held.examples,
        )


def _lost(failure: FormatFailure) -> Cause:
    message = f"{failure.format}: {failure.message}" if failure.format else failure.message
    return Cause("failure", failure.kind, message, failure.hint, 1, 1, 0.0, ())


def _imperfect(found: Found) -> Cause:
    return Cause(found.severity, found.code, found.message, "", 1, found.count, 0.0, ())


def _pattern(message: str) -> str:
    """A message without what differs from article to article: names, numbers, quotations."""
    bare = re.sub(r"^\S+\.\w+(:\d+)?: ", "", message)
    bare = re.sub(r"'[^']*'|\"[^\"]*\"|«[^»]*»", "'…'", bare)
    return re.sub(r"\d+(\.\d+)?", "0", bare)
