"""The claim of conformance: made from results, never by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from render.findings import Severity
from render.model import Conformance
from render.pipeline.checking import finished, run_checks
from render.pipeline.progress import Progress
from render.plugins import Artefact, Subject, Verdict

EPUB_TYPE = "application/epub+zip"
# Those whose silence a claim of EPUB Accessibility rests on.
_NEEDED = frozenset({"epub", "epubcheck", "ace"})


def claimed(
    epub: Artefact, conformance: Conformance, progress: Progress
) -> tuple[Artefact, tuple[Verdict, ...]]:
    """The EPUB with the claim, where every check of it passes; else as it was.

    The verdicts are those of the file that comes back: with the claim it is checked again.
    """
    verdicts = _judged(epub, progress)
    if not may_claim(verdicts):
        return epub, verdicts
    # Heavy, and only for those who claim.
    from render.renderers.epub.claim import with_claim

    with_it = replace(epub, data=with_claim(epub.data, conformance))
    again = _judged(with_it, progress)
    return (with_it, again) if may_claim(again) else (epub, verdicts)


def may_claim(verdicts: Iterable[Verdict]) -> bool:
    """Whether our own check, EPUBCheck and Ace all ran, and nothing found anything."""
    made = tuple(verdicts)
    ran = {verdict.check for verdict in made if verdict.state == "ran"}
    grave = (
        finding.severity >= Severity.WARNING for verdict in made for finding in verdict.findings
    )
    return ran >= _NEEDED and not any(grave)


def _judged(epub: Artefact, progress: Progress) -> tuple[Verdict, ...]:
    return run_checks(Subject(finished((epub,))), external=True, progress=progress)
