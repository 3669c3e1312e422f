"""What of a build the cache may answer: the narration, each format and each verdict.

A result is keyed by all that it is made from, so that one changed picture makes new
editions and keeps the narration, and a changed voice keeps the PDF.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from render.cache import Memory
from render.findings import Finding
from render.model import Article
from render.narration import Narration
from render.pagination import Pagination
from render.plugins import Artefact, Check, CheckedFile, Job, Renderer, Subject, Verdict


# As plug-in shapes, which name their types for readers only.
class _Artefact(NamedTuple):
    file_name: str
    media_type: str
    data: bytes
    findings: tuple[Finding, ...]
    pagination: Pagination | None


class _Verdict(NamedTuple):
    check: str
    tool: str
    version: str
    state: Literal["ran", "absent"]
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """The cache as one article sees it; `article` and `narration` are their keys."""

    memory: Memory
    article: str
    narration: str

    def narrating(self, narrate: Callable[[], Narration]) -> Callable[[], Narration]:
        """`narrate`, answered by the cache where it can be."""
        return lambda: self.memory.recall("narration", self.narration, narrate, Narration)

    def rendering(self, renderer: Renderer) -> Renderer:
        """The renderer, answered by the cache where it can be."""

        def render(job: Job) -> Artefact:
            def make() -> _Artefact:
                made = renderer.render(job)
                return _Artefact(
                    made.file_name,
                    made.media_type,
                    made.data,
                    made.findings,
                    made.pagination,
                )

            key = self._job_key(renderer, job)
            return Artefact(*self.memory.recall("format", key, make, _Artefact))

        return replace(renderer, render=render)

    def judging(self, check: Check) -> Check:
        """The check, answered by the cache where it can be."""
        if self.memory.store is None:
            return check

        def run(subject: Subject) -> Verdict:
            files = [
                (file.name, file.media_type, file.read_once(_digest)) for file in subject.files
            ]
            key = self.memory.key("check", check.name, self.article, files)

            def make() -> _Verdict:
                said = check.run(subject)
                return _Verdict(
                    said.check,
                    said.tool,
                    said.version,
                    said.state,
                    said.files,
                    said.findings,
                    said.detail,
                )

            return Verdict(*self.memory.recall("check", key, make, _Verdict))

        return replace(check, run=run)

    def _job_key(self, renderer: Renderer, job: Job) -> str:
        return self.memory.key(
            "format",
            renderer.name,
            self.article,
            job.slug,
            job.modified,
            job.options,
            self.narration if job.narration else "",
            job.pagination,
            job.siblings,
            job.rights,
        )


def _digest(file: CheckedFile) -> str:
    return hashlib.sha256(file.data).hexdigest()


def remembered(memory: Memory, article: Article, *voice: object) -> Remembered:
    """The cache for a prepared article, narrated as `voice` says."""
    key = memory.key("article", article)
    return Remembered(memory, key, memory.key("narration", key, *voice))
