"""Numbers of lists that every format can hold."""

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.model import Article, Item, List
from render.model.walk import AnyNode, rewrite

LARGEST = 2**31 - 1
"""What browsers keep of `start` and `value`; beyond it they show another number."""
_LARGEST_ROMAN = 3_999


def check_numbers(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with list numbers that are too large left out, and impossible styles plain.

    Roman numerals go from 1 to 3999 and letters begin at 1; other lists become decimal.
    """
    findings: list[Finding] = []

    def enter(node: AnyNode) -> AnyNode:
        match node:
            case Item() if node.value is not None and abs(node.value) > LARGEST:
                findings.append(_too_large(node.value, node.id))
                return replace(node, value=None)
            case List():
                return _countable(node, findings)
            case _:
                return node

    return rewrite(article, enter=enter), tuple(findings)


def _countable(node: List, findings: list[Finding]) -> List:
    if node.start is not None and abs(node.start) > LARGEST:
        findings.append(_too_large(node.start, node.id))
        node = replace(node, start=None)
    first = 1 if node.start is None else node.start
    last = first + len(node.items) - 1
    roman = node.numbering.endswith("roman") and last > _LARGEST_ROMAN
    if node.numbering != "decimal" and (first < 1 or roman):
        return replace(node, numbering="decimal")
    return node


def _too_large(value: int, node: str | None) -> Finding:
    return Finding(
        "PREP-010",
        Severity.WARNING,
        f"the list number {str(value)[:30]} was left out: it is too large to be shown",
        hint="number lists up to 2147483647",
        where=Place(node=node or ""),
    )
