"""HTML_CodeSniffer in Chromium, WCAG 2 level AA; only its errors count."""

from functools import partial
from pathlib import Path

from render.plugins import Check
from render.validators.pages import PAGES, PageEngine, judge_pages

_ENGINE = PageEngine(
    check="htmlcs",
    tool="HTML_CodeSniffer",
    prefix="HTMLCS",
    package=("@pa11y", "html_codesniffer"),
    script=Path(__file__).with_suffix(".js"),
)

CHECK = Check("htmlcs", PAGES, partial(judge_pages, _ENGINE), external=True)
