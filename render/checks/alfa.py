"""Siteimprove Alfa in Chromium: rules of the ACT format, WCAG 2.2 levels A and AA."""

from functools import partial
from pathlib import Path

from render.plugins import Check
from render.validators.pages import PAGES, PageEngine, judge_pages

_ENGINE = PageEngine(
    check="alfa",
    tool="Siteimprove Alfa",
    prefix="ALFA",
    package=("@siteimprove", "alfa-puppeteer"),
    script=Path(__file__).with_suffix(".mjs"),
)

CHECK = Check("alfa", PAGES, partial(judge_pages, _ENGINE), external=True)
