"""Words for formulas that nobody put into words, in the language they stand in."""

from typing import cast

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.mathml import parsed
from render.model import Article, Math
from render.model.walk import N, rebuild, rebuild_article, walk


def say_formulas(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with words in place of the source or the symbols that stand for a formula.

    An author's own words stay. A formula in a language that we cannot say it in is told.
    """
    if not any(isinstance(node, Math) for node in walk(article)):
        return article, ()
    # A tenth of a second, and most articles have no formula.
    from render.speech.formulas import formula_in_words

    findings: list[Finding] = []

    def said(node: Math, lang: str) -> Math:
        if node.alt not in {node.latex, _symbols(node.mathml)}:
            return node
        words = formula_in_words(node.mathml, lang)
        if words:
            return replace(node, alt=words)
        findings.append(
            Finding(
                "PREP-011",
                Severity.WARNING,
                f"the formula '{node.alt[:60]}' has no words in '{lang}' and is read as written",
                "say it in words: in HTML, alttext",
                Place(node=node.id or ""),
            )
        )
        return node

    def within(nodes: tuple[N, ...], lang: str) -> tuple[N, ...]:
        return tuple(down(node, node.lang or lang) for node in nodes)

    def down(node: N, lang: str) -> N:
        if isinstance(node, Math):
            return cast("N", said(node, lang))
        return rebuild(
            node,
            nodes=lambda nodes: within(nodes, lang),
            inlines=lambda _field, run: within(run, lang),
        )

    lang = article.meta.lang
    new = rebuild_article(
        article,
        nodes=lambda nodes: within(nodes, lang),
        inlines=lambda _field, run: within(run, lang),
    )
    return new, tuple(findings)


def _symbols(mathml: str) -> str:
    """What readers take for words where there are none: the signs in a row."""
    root = parsed(mathml)
    if root is None:
        return ""
    return " ".join("".join(f"{text} " for text in root.itertext()).split())
