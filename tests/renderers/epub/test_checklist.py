"""Fifty of fifty, on an article that exercises them all."""

import dataclasses

import msgspec
import pytest

import tests.renderers.epub.checklist_sound  # noqa: F401 - it adds its items to the list
from render.inspection import flows
from render.model import Article, Conformance
from render.model.walk import plain_text
from render.renderers.epub.claim import with_claim
from tests.renderers.epub import samples
from tests.renderers.epub.checklist import ITEMS, Book, Expected, failed
from tests.renderers.epub.conftest import Edition, make
from tests.renderers.epub.narrations import tones

CLAIM = Conformance(standard="EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifier="Ada Traoré")
SECTIONS = {
    "rich": ("The flow", "In figures", "And then", "In brief"),
    "plain": ("Un toit neuf", "Le bois", "Des prix stables"),
}
# Judged elsewhere: by EPUBCheck, by Ace, and by building twice.
ELSEWHERE = {1, 2, 4}


def finished(name: str) -> tuple[Article, Edition]:
    article = getattr(samples, name)()
    meta = msgspec.structs.replace(article.meta, source="https://example.org/a")
    article = msgspec.structs.replace(article, meta=meta)
    artefact = make(article, narration=tones(article)).artefact
    claimed = dataclasses.replace(artefact, data=with_claim(artefact.data, CLAIM))
    return article, Edition(article, claimed)


def test_the_list_has_all_fifty_items():
    assert set(ITEMS) | ELSEWHERE == set(range(1, 51))


@pytest.mark.parametrize("name", ["rich", "plain"])
def test_fifty_of_fifty(name):
    article, edition = finished(name)
    meta = article.meta
    words = [word for run in flows(article)[0] for word in run.words]
    expected = Expected(
        title=plain_text(meta.title),
        lang=meta.lang,
        byline=meta.authors[0].name,
        sections=SECTIONS[name],
        words=tuple(words),
    )

    assert failed(Book(edition.artefact.data, expected)) == []


def test_the_article_has_what_the_items_ask_about():
    _, edition = finished("rich")
    text = edition.text("article.xhtml")

    for part in ("<table", "<math", "aria-details", "noteref", 'lang="fr"', "<ul", "<blockquote"):
        assert part in text, part
