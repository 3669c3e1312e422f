"""Prepare: one article through all transforms, in the order they rely on."""

from collections.abc import Callable
from dataclasses import dataclass

from render.findings import Finding
from render.model import Article
from render.transforms.budgets import check_budgets
from render.transforms.empty import drop_empty
from render.transforms.formulas import say_formulas
from render.transforms.gating import gate_article
from render.transforms.headings import flatten_headings
from render.transforms.ids import assign_ids
from render.transforms.languages import settle_languages
from render.transforms.links import follow_links
from render.transforms.metadata import check_metadata
from render.transforms.numbers import check_numbers
from render.transforms.pull_quotes import check_pull_quotes
from render.transforms.sentences import split_sentences
from render.transforms.tables import square_tables

_Transform = Callable[[Article], tuple[Article, tuple[Finding, ...]]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that every renderer can rely on, and what had to be changed for it."""

    article: Article
    findings: tuple[Finding, ...]


def prepare(article: Article) -> Prepared:
    """The article gated, with ids, languages, regular tables and sentences; idempotent.

    No word is lost or moved, but for the rows of a table head or foot that stood elsewhere.
    Raises BudgetError when the article is too large, InputError when it has no title.
    """
    findings: list[Finding] = []
    for transform in _ORDER:
        article, found = transform(article)
        findings.extend(found)
    return Prepared(article, tuple(findings))


def _quietly(transform: Callable[[Article], Article]) -> _Transform:
    return lambda article: (transform(article), ())


_ORDER: tuple[_Transform, ...] = (
    check_budgets,  # first: the others recurse as deep as the article nests
    _quietly(drop_empty),  # before ids, so that they number what is there
    square_tables,  # before ids, so that every cell has one
    flatten_headings,
    assign_ids,  # before all that names a place
    gate_article,
    check_metadata,
    check_numbers,
    check_pull_quotes,
    settle_languages,
    say_formulas,  # after languages: each is said in its own
    follow_links,  # after ids: it asks which fragments exist
    _quietly(drop_empty),  # again: a link without text leaves nothing
    _quietly(split_sentences),  # last: it cuts the text as it will be written
)
