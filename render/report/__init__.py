"""The report: what was made, what was checked by whom, what was left out and why."""

from render.report.facts import FileFacts, Ignored, Report, Timing, file_facts
from render.report.formats import FORMATS
from render.report.json import report_json
from render.report.page import report_page

__all__ = [
    "FORMATS",
    "FileFacts",
    "Ignored",
    "Report",
    "Timing",
    "file_facts",
    "report_json",
    "report_page",
]
