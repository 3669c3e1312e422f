"""The forms a report can take, by the names that `--report` takes."""

from collections.abc import Callable
from functools import partial

from render.report.earl import report_earl
from render.report.facts import Report
from render.report.json import report_json
from render.report.junit import report_junit
from render.report.page import report_page
from render.report.sarif import report_sarif
from render.report.statement import statement_page

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "json": report_json,
    "sarif": report_sarif,
    "junit": report_junit,
    "earl": report_earl,
    "html": report_page,
    "statement-en": partial(statement_page, lang="en"),
    "statement-fr": partial(statement_page, lang="fr"),
}
