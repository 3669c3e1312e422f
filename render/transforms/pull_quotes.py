"""Pull quotes that repeat the text, and those that only look so."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.model import Article, Aside, Code, Text
from render.model.walk import AnyNode, children, rewrite, walk

_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")


def check_pull_quotes(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with only those pull quotes marked as repeating whose words stand elsewhere.

    What repeats is hidden from screen readers and voices, so a quotation by itself, as
    many sites style the first sentence of an article, would be lost for them.
    """
    quotes = [node for node in walk(article) if isinstance(node, Aside) and node.repeats]
    if not quotes:
        return article, ()
    said = _words(" ".join(text for node in article.body for text in _read(node)))
    alone = {id(quote) for quote in quotes if not _stands_in(quote, said)}
    findings: list[Finding] = []

    def enter(node: AnyNode) -> AnyNode:
        if not isinstance(node, Aside) or id(node) not in alone:
            return node
        findings.append(_alone(node))
        return replace(node, repeats=False)

    return rewrite(article, enter=enter), tuple(findings)


def _read(node: AnyNode) -> Iterator[str]:
    """The text of a block without pull quotes that repeat."""
    match node:
        case Aside() if node.repeats:
            return
        case Text() | Code():
            yield node.value
    for child in children(node):
        yield from _read(child)


def _stands_in(quote: Aside, said: str) -> bool:
    whole = " ".join(node.value for node in walk(quote) if isinstance(node, Text | Code))
    return all(_words(part) in said for part in _LEFT_OUT.split(whole))


def _words(text: str) -> str:
    return " ".join(("", *re.findall(r"\w+", text.casefold()), ""))


def _alone(quote: Aside) -> Finding:
    return Finding(
        "PREP-012",
        Severity.NOTE,
        "a pull quote says what the text does not; it is read with the text",
        where=Place(node=quote.id or ""),
    )
