"""Levels that every format has: sections deeper than the sixth level move up beside it."""

from typing import Any

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.model import Article, Section
from render.model.walk import AnyNode, Inlines, rebuild, rebuild_article

DEEPEST = 5
"""Sections within sections below the title, which is level 1: HTML and PDF/UA-1 end at 6."""


def flatten_headings(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with no section nested deeper than five, in the same reading order."""
    findings: list[Finding] = []

    def below(depth: int, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        changed: list[Any] = []
        for node in nodes:
            inner = depth + isinstance(node, Section)
            if inner > DEEPEST and isinstance(node, Section):
                findings.append(_finding(node))
            new = rebuild(node, nodes=lambda found, d=inner: below(d, found), inlines=_same)  # type: ignore[misc]
            changed.extend(_lifted(new) if inner >= DEEPEST else (new,))
        return nodes if _are_same(nodes, changed) else tuple(changed)

    new = rebuild_article(article, nodes=lambda nodes: below(0, nodes), inlines=_same)
    return new, tuple(findings)


def _same(_field: str, run: Inlines) -> Inlines:
    return run


def _are_same(old: tuple[Any, ...], new: list[Any]) -> bool:
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))


def _lifted(node: AnyNode) -> list[AnyNode]:
    """The section, then those inside it as its siblings; what follows one stays after it."""
    if not isinstance(node, Section):
        return [node]
    lifted: list[Section] = [replace(node, children=())]
    for child in node.children:
        if isinstance(child, Section):
            lifted.append(child)
        else:
            lifted[-1] = replace(lifted[-1], children=(*lifted[-1].children, child))
    return [node] if len(lifted) == 1 else [*lifted]


def _finding(section: Section) -> Finding:
    return Finding(
        code="PREP-005",
        severity=Severity.WARNING,
        message="a heading below level 6 was raised to level 6",
        hint="use at most five levels of headings below the title",
        where=Place(node=section.id or ""),
    )
