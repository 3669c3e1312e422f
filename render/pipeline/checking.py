"""Running the checks: finished files in, one verdict from each check out."""

import dataclasses
from collections.abc import Callable, Iterable

from render import plugins
from render.errors import RenderError
from render.findings import Finding, Severity
from render.pipeline.progress import Progress, stage
from render.pipeline.threads import threads
from render.plugins import Artefact, Check, CheckedFile, Subject, Verdict

# What the article itself lacks, which its readers tell as warnings. An edition that shows
# it as it is has no fault of its own; in a file of unknown making these are errors.
_THE_ARTICLES_OWN = frozenset({"PAGE-141", "PAGE-164", "PDF-141", "PDF-151"})


def finished(artefacts: Iterable[Artefact]) -> tuple[CheckedFile, ...]:
    """Artefacts as checks see them: name, type and bytes, and nothing of their making."""
    return tuple(CheckedFile(made.file_name, made.media_type, made.data) for made in artefacts)


def run_checks(
    subject: Subject,
    *,
    external: bool,
    progress: Progress,
    through: Callable[[Check], Check] = lambda check: check,
    at_once: bool = True,
) -> tuple[Verdict, ...]:
    """The verdicts of every check that looks at something in `subject`, by name.

    In-process checks always run; those that need a program outside Python run only
    when `external`. A check that fails gives a finding, never a silent pass.
    `through` stands before each check, as a cache does. Unless `at_once`, the caller's thread
    runs them in turn.
    """
    found: dict[str, Check] = plugins.find_all("checks")
    checks = [check for check in found.values() if _looks_at(check, subject, external=external)]

    def judge(check: Check) -> Verdict:
        try:
            with stage(f"check {check.name}", progress):
                return through(check).run(subject)
        except RenderError as error:
            return _unjudged(check, subject, error)

    # Two at a time: a validator may be a process of a gigabyte.
    with threads(2, at_once=at_once) as pool:
        verdicts = tuple(pool.map(judge, checks))
    if subject.article is not None:
        verdicts = tuple(map(_eased, verdicts))
    # One that found nothing of its kind to look at has not passed anything.
    return tuple(verdict for verdict in verdicts if verdict.files)


def _eased(verdict: Verdict) -> Verdict:
    return dataclasses.replace(
        verdict,
        findings=tuple(
            dataclasses.replace(finding, severity=min(finding.severity, Severity.WARNING))
            if finding.code in _THE_ARTICLES_OWN
            else finding
            for finding in verdict.findings
        ),
    )


def _looks_at(check: Check, subject: Subject, *, external: bool) -> bool:
    types = {file.media_type for file in subject.files}
    return (external or not check.external) and not types.isdisjoint(check.media_types)


def _unjudged(check: Check, subject: Subject, error: RenderError) -> Verdict:
    names = tuple(file.name for file in subject.files if file.media_type in check.media_types)
    finding = Finding(
        "BUILD-002",
        Severity.ERROR,
        f"{check.name} gave no verdict: {error.message}",
        hint=error.hint,
        tool=check.name,
    )
    return Verdict(check.name, check.name, "", "ran", names, (finding,))
