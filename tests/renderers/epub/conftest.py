"""Finished editions, made once for all tests."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from render.model import Article
from render.narration import Narration
from render.pagination import PageStart, Pagination
from render.plugins import Artefact, Job
from render.renderers.epub import EpubOptions, render
from render.theme import load
from tests.renderers.epub import samples
from tests.renderers.epub.narrations import tones

MODIFIED = "2025-11-03T10:00:00Z"
PAGES = Pagination((PageStart("1", "title"), PageStart("2", "p-2-s1"), PageStart("3", "p-4-s1")))


@dataclass(frozen=True)
class Edition:
    """A finished EPUB with what it was made from."""

    article: Article
    artefact: Artefact
    narration: Narration | None = None

    @property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.artefact.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def text(self, name: str) -> str:
        return self.files[f"EPUB/{name}"].decode()

    def tree(self, name: str) -> Any:
        return etree.fromstring(self.files[f"EPUB/{name}"])


def make(
    article: Article,
    *,
    narration: Narration | None = None,
    pagination: Pagination | None = PAGES,
    options: EpubOptions | None = None,
    theme: str = "default",
) -> Edition:
    job = Job(
        article=article,
        slug="sample",
        theme=load(theme),
        modified=MODIFIED,
        options=options,
        narration=narration,
        pagination=pagination,
    )
    return Edition(article, render(job), narration)


@pytest.fixture(scope="session")
def plain() -> Edition:
    return make(samples.plain())


@pytest.fixture(scope="session")
def rich() -> Edition:
    return make(samples.rich())


@pytest.fixture(scope="session")
def hebrew() -> Edition:
    return make(samples.hebrew(), pagination=None)


@pytest.fixture(scope="session")
def spoken() -> Edition:
    article = samples.rich()
    return make(article, narration=tones(article))


@pytest.fixture(scope="session")
def spoken_plain() -> Edition:
    article = samples.plain()
    return make(article, narration=tones(article))
