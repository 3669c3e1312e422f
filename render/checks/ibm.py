"""The engine of IBM Equal Access in Chromium; only what it calls a failure counts."""

from functools import partial
from pathlib import Path

from render.plugins import Check
from render.validators.pages import PAGES, PageEngine, judge_pages

_ENGINE = PageEngine(
    check="ibm",
    tool="IBM Equal Access",
    prefix="IBM",
    package=("accessibility-checker-engine",),
    script=Path(__file__).with_suffix(".js"),
)

CHECK = Check("ibm", PAGES, partial(judge_pages, _ENGINE), external=True)
