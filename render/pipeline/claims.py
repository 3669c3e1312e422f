"""The claim of conformance: made from results, never by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from render.findings import Finding, Place, Severity
from render.model import Conformance
from render.pipeline.checking import finished, run_checks
from render.pipeline.progress import Progress
from render.plugins import Artefact, Subject, Verdict

STANDARD = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
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


def with_claims(
    artefacts: tuple[Artefact, ...], certifier: str | None, progress: Progress
) -> tuple[Artefact, ...]:
    """The artefacts, each EPUB with the claim of `certifier` where its checks allow it.

    An EPUB that may not claim gets a finding that says what stood in the way.
    """
    if certifier is None:
        return artefacts
    return tuple(
        _claiming(made, certifier, progress) if made.media_type == EPUB_TYPE else made
        for made in artefacts
    )


def _claiming(epub: Artefact, certifier: str, progress: Progress) -> Artefact:
    claim = Conformance(standard=STANDARD, certifier=certifier)
    result, verdicts = claimed(epub, claim, progress)
    if result is not epub:
        return result
    lacking = sorted(_NEEDED - {each.check for each in verdicts if each.state == "ran"})
    reason = f"not run: {', '.join(lacking)}" if lacking else "its checks found something"
    finding = Finding(
        "EPUB-010",
        Severity.WARNING,
        f"no claim of conformance was written, {reason}",
        hint="see `lisible check` on the EPUB, and `lisible doctor`",
        where=Place(epub.file_name),
    )
    return replace(epub, findings=(*epub.findings, finding))


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
