"""Every theme's page and book, by the field's validators; the page is in test_page.py too."""

import pytest

from render.checks import epubcheck, nu
from render.plugins import Artefact, CheckedFile, Job, Subject
from render.preparation import prepare
from render.renderers import epub, html
from render.theme import available, load
from tests.browser.conftest import SIBLINGS, article

pytestmark = pytest.mark.slow


def _in_every_theme(renderer, **more):
    prepared = prepare(article()).article
    return Subject(
        tuple(
            CheckedFile(f"{name}{renderer.suffix}", made.media_type, made.data)
            for name in available()
            for made in [_made(renderer, prepared, name, **more)]
        )
    )


def _made(renderer, prepared, theme, **more) -> Artefact:
    job = Job(prepared, "page", load(theme), "2026-11-24T00:00:00Z", **more)
    return renderer.render(job)


@pytest.mark.validators("nu")
def test_nu_finds_nothing_in_the_page_of_any_theme():
    verdict = nu.CHECK.run(_in_every_theme(html.RENDERER, siblings=SIBLINGS))
    assert verdict.state == "ran"
    assert len(verdict.files) >= 5
    assert verdict.findings == ()


@pytest.mark.validators("epubcheck")
def test_epubcheck_finds_nothing_in_the_book_of_any_theme():
    verdict = epubcheck.CHECK.run(_in_every_theme(epub.RENDERER))
    assert verdict.state == "ran"
    assert len(verdict.files) >= 5
    assert verdict.findings == ()
