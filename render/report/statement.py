"""The accessibility statement: the results of the checks in plain words, in French or English."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from render.findings import Severity
from render.plugins import Verdict
from render.report.criteria import criteria
from render.report.facts import Report
from render.text_gate import gate

Lang = Literal["en", "fr"]


def statement_page(report: Report, lang: Lang) -> bytes:
    """The statement as UTF-8 HTML: one file, no script, nothing fetched; it claims nothing."""
    # Jinja2 takes 40 ms to import, which `--help` does not have.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("render.report")
    template = environment.from_string(folder.joinpath("statement.html.j2").read_text("utf-8"))
    words = _content()[lang]
    page = template.render(
        report=report,
        lang=lang,
        words=words,
        colon=" :" if lang == "fr" else ":",
        subject=report.title or report.source,
        style=folder.joinpath("report.css").read_text("utf-8"),
        summary=_summary(report, words),
        works=_works(report, words),
        problems=_problems(report, lang),
        checks=[(f"{v.tool} {v.version}".strip(), _result(v, words)) for v in report.verdicts],
    )
    # Messages quote whatever is in a file.
    return gate(page).text.encode()


@cache
def _content() -> dict[str, Any]:
    text = files("render.report").joinpath("statement.toml").read_text("utf-8")
    return tomllib.loads(text)


def _summary(report: Report, words: dict[str, Any]) -> str:
    errors, doubts = report.count(Severity.ERROR), report.count(Severity.WARNING)
    parts = [
        _counted(words, number, one, many)
        for number, one, many in ((errors, "barrier", "barriers"), (doubts, "doubt", "doubts"))
        if number
    ]
    if not parts:
        return str(words["clean"])
    return str(words["found"].format(count=f" {words['and']} ".join(parts)))


def _works(report: Report, words: dict[str, Any]) -> list[str]:
    """What each kind of file offers, where no check found an error in it."""
    failed = {
        finding.where.file for finding in report.everything if finding.severity is Severity.ERROR
    }
    checked = {
        name for verdict in report.verdicts if verdict.state == "ran" for name in verdict.files
    }
    sound = [
        file.media_type for file in report.files if file.name in checked and file.name not in failed
    ]
    broken = {file.media_type for file in report.files if file.name in failed}
    lines: dict[str, str] = words["works_by_type"]
    return [lines[kind] for kind in dict.fromkeys(sound) if kind in lines and kind not in broken]


def _problems(report: Report, lang: Lang) -> list[str]:
    """Barriers by what they are about, the most frequent first."""
    content = _content()
    counts: Counter[str] = Counter()
    for finding in report.everything:
        if finding.severity is Severity.NOTE:
            continue
        known = [number for number in criteria(finding) if number in content["criteria"]]
        counts[known[0] if known else ""] += 1
    words = content[lang]
    lines = []
    for number, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        about = content["criteria"][number][lang] if number else f"{words['other']}."
        named = f" (WCAG {number})" if number else ""
        lines.append(f"{about} {_counted(words, count, 'place', 'places').capitalize()}{named}.")
    return lines


def _result(verdict: Verdict, words: dict[str, Any]) -> str:
    if verdict.state == "absent":
        return str(words["absent"])
    failed = any(finding.severity is Severity.ERROR for finding in verdict.findings)
    return str(words["failed" if failed else "passed"])


def _counted(words: dict[str, Any], number: int, one: str, many: str) -> str:
    return str(words[one] if number == 1 else words[many].format(number=number))
