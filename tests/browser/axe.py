"""axe in a page: what it finds, by rule."""

import os
from pathlib import Path

RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def with_axe(page):
    """The page, with axe put into it."""
    folder = Path(os.environ["LISIBLE_VALIDATORS"]) / "node_modules" / "axe-core"
    page.evaluate((folder / "axe.min.js").read_text(encoding="utf-8"))
    return page


def violations(page):
    """The elements that break a rule, by its name."""
    run = "rules => axe.run({runOnly: {type: 'tag', values: rules}})"
    result = page.evaluate(run, RULES)
    assert len(result["passes"]) > 20
    return {
        violation["id"]: [node["html"] for node in violation["nodes"]]
        for violation in result["violations"]
    }
