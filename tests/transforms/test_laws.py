"""What holds for every article that has been prepared."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings

from render.model import Article, Code, NoteRef, Section, Span, Text
from render.model.walk import AnyNode, containers, plain_text, walk
from render.preparation import prepare
from tests.strategies import articles

pytestmark = pytest.mark.slow

# Shrinking an article takes minutes and finds little that the first failure does not show.
few = settings(max_examples=12, phases=[Phase.explicit, Phase.generate])


def words(article: Article) -> list[str]:
    texts = (node.value for node in walk(article) if isinstance(node, Text | Code))
    return "\n".join(texts).split()


def letters(article: Article) -> str:
    return "".join(words(article))


def runs(article: Article) -> Iterator[tuple[str, tuple[AnyNode, ...]]]:
    yield "title", article.meta.title
    yield "deck", article.meta.deck
    for node in walk(article):
        yield from containers(node)


@few
@given(articles())
def test_no_letter_is_lost_or_moved(article: Article) -> None:
    assert letters(prepare(article).article) == letters(article)


@few
@given(articles())
def test_preparing_twice_changes_nothing(article: Article) -> None:
    once = prepare(article).article
    assert prepare(once).article == once


@few
@given(articles())
def test_ids_are_unique(article: Article) -> None:
    prepared = prepare(article).article
    counts = Counter(node.id for node in walk(prepared) if node.id)
    assert [name for name, count in counts.items() if count > 1] == []


@few
@given(articles())
def test_every_run_is_the_sum_of_its_sentences(article: Article) -> None:
    prepared = prepare(article).article
    for name, run in runs(prepared):
        if not plain_text(run).strip():  # type: ignore[arg-type]
            continue
        assert all(isinstance(part, Span) and part.kind == "sentence" for part in run)
        assert [part.id for part in run] == [f"{name}-s{n}" for n in range(1, len(run) + 1)]
        inner = [node for part in run for node in walk(part)][1:]
        nested = [node for node in inner if isinstance(node, Span) and node.kind == "sentence"]
        assert len(nested) == len(run) - 1


@few
@given(articles())
def test_note_calls_and_sections_survive(article: Article) -> None:
    def kept(value: Article) -> list[type]:
        return [type(node) for node in walk(value) if isinstance(node, NoteRef | Section)]

    assert kept(prepare(article).article) == kept(article)
