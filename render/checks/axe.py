"""axe-core in Chromium: the page in light, dark, more contrast, forced colours and print."""

from functools import partial
from pathlib import Path

from render.plugins import Check
from render.validators.pages import PAGES, PageEngine, judge_pages

_ENGINE = PageEngine(
    check="axe",
    tool="axe-core",
    prefix="AXE",
    package=("axe-core",),
    script=Path(__file__).with_suffix(".js"),
)

CHECK = Check("axe", PAGES, partial(judge_pages, _ENGINE), external=True)
