"""Limits: an article too large to lay out is refused before it costs anything."""

from collections.abc import Iterator

from render.errors import BudgetError
from render.findings import Finding, Severity
from render.model import Article, Code, Image, Link, Text
from render.model.walk import AnyNode, children, walk

WORDS_LIMIT = 200_000
NESTING_LIMIT = 100
LINKS_LIMIT = 2_000
IMAGES_LIMIT = 100


def check_budgets(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article as it is, with a finding for what will be slow or hard to use.

    Raises BudgetError over 200,000 words or 100 levels of nesting.
    """
    if _depth(article) > NESTING_LIMIT:
        raise BudgetError(
            f"the article nests deeper than {NESTING_LIMIT} levels",
            hint="unwrap the innermost lists, tables or quotations",
        )
    words = sum(_words(node) for node in walk(article))
    if words > WORDS_LIMIT:
        raise BudgetError(
            f"the article has {words:,} words, over the limit of {WORDS_LIMIT:,}",
            hint="split it into several articles",
        )
    return article, tuple(_findings(article))


def _depth(article: Article) -> int:
    deepest = 0
    stack: list[tuple[AnyNode, int]] = [
        (node, 1) for node in (*article.meta.title, *article.body, *article.notes)
    ]
    while stack and deepest <= NESTING_LIMIT:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        stack.extend((child, depth + 1) for child in children(node))
    return deepest


def _words(node: AnyNode) -> int:
    return len(node.value.split()) if isinstance(node, Text | Code) else 0


def _findings(article: Article) -> Iterator[Finding]:
    nodes = list(walk(article))
    for kind, limit, name in ((Link, LINKS_LIMIT, "links"), (Image, IMAGES_LIMIT, "images")):
        count = sum(isinstance(node, kind) for node in nodes)
        if count > limit:
            yield Finding(
                "PREP-006",
                Severity.WARNING,
                f"{count:,} {name}, more than the {limit:,} that are laid out in good time",
                hint="split the article",
            )
