"""The order of the checks: the head first, the style last."""

from collections.abc import Iterator

from render.checks.page.actions import actions
from render.checks.page.alternatives import alternatives
from render.checks.page.document import Page
from render.checks.page.faults import Fault
from render.checks.page.head import head
from render.checks.page.landmarks import landmarks
from render.checks.page.language import language
from render.checks.page.network import network
from render.checks.page.structure import structure
from render.checks.page.style import style

_CHECKS = (language, head, landmarks, alternatives, actions, structure, style, network)


def everything(page: Page) -> Iterator[Fault]:
    """The faults of a page, in the order of the checks."""
    for check in _CHECKS:
        yield from check(page)
