"""The WCAG criteria behind a finding, from its explanation."""

from __future__ import annotations

import re

from render.explanations import explain
from render.findings import Finding

_CRITERION = re.compile(r"\b[1-4]\.[1-5]\.\d{1,2}\b")


def criteria(finding: Finding) -> tuple[str, ...]:
    """The numbers of the success criteria, as `1.1.1`; none for codes that name none."""
    explanation = explain(finding.code)
    if explanation is None:
        return ()
    parts = (part for part in explanation.clause.split(";") if "WCAG" in part)
    return tuple(number for part in parts for number in _CRITERION.findall(part))


def clause(finding: Finding) -> str:
    """The clauses of standards behind a finding, in words; empty for codes that name none."""
    explanation = explain(finding.code)
    return explanation.clause if explanation else ""


def remedy(finding: Finding) -> str:
    """What to do: the finding's own hint, or that of its explanation."""
    explanation = explain(finding.code)
    return finding.hint or (explanation.fix if explanation else "")
