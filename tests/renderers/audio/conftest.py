import pytest

from render.plugins import Job
from render.speech import narrate
from render.theme import load
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import french


@pytest.fixture(scope="session")
def job():
    """A French article with title, two headings and its narration."""
    article = french()
    return Job(
        article=article,
        slug="la-mer",
        theme=load("default"),
        modified="2026-03-12T00:00:00Z",
        narration=narrate(article, SILENT),
    )
