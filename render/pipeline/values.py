"""What a build is asked for and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from render.cache import NOTHING_REMEMBERED, Memory
from render.findings import Finding, Severity
from render.model import Article
from render.narration import Narration
from render.pipeline.production import Failure
from render.plugins import Artefact, Verdict
from render.reading import Reading


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to make and how.

    `to` names renderers or groups. `voice` is an engine, or `ENGINE:NAME`.
    `renderer_options` maps a renderer's name to its own options value.
    `certifier` is who claims, by name, that the EPUB is accessible: the claim is written
    only when every check of it passes.
    `source_date_epoch`, in seconds, dates an article that has no date of its own.
    `memory` keeps what steps gave for the next run. `at_once` makes and checks formats side
    by side, which ends one article sooner; many articles end sooner one format after another.
    """

    to: tuple[str, ...] = ("html", "pdf", "epub", "audio")
    theme: str = "default"
    voice: str = "espeak"
    words_per_minute: int = 165
    renderer_options: Mapping[str, Any] = field(default_factory=dict)
    source_date_epoch: int | None = None
    certifier: str | None = None
    memory: Memory = NOTHING_REMEMBERED
    at_once: bool = True


@dataclass(frozen=True, slots=True)
class Build:
    """Every edition of one article in memory, with all that was found on the way.

    `article` is the prepared one. `findings` are those of reading, preparing and
    rendering; those of the checks are in `verdicts`.
    """

    slug: str
    article: Article
    reading: Reading
    artefacts: tuple[Artefact, ...]
    failures: tuple[Failure, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    narration: Narration | None

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found, a failed format counting as an error; None when clean."""
        if self.failures:
            return Severity.ERROR
        everything = (*self.findings, *(f for verdict in self.verdicts for f in verdict.findings))
        return max((finding.severity for finding in everything), default=None)
