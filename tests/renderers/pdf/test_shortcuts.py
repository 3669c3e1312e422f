"""The shortcuts through WeasyPrint: taken, and seen in nothing but the time."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from render import theme
from render.plugins import Job
from render.renderers.pdf import engine, renderer, shortcuts
from render.renderers.pdf.options import PdfOptions
from tests.renderers.pdf.test_examples import EXAMPLES, article

WITHOUT = """
from render.renderers.pdf import shortcuts
shortcuts._RELEASE = "none"
from tests.renderers.pdf.test_shortcuts import hashes
assert not shortcuts.take()
print(*hashes(), sep="\\n")
"""


def hashes():
    """The files of every example in every theme, as hashes."""
    for name in EXAMPLES:
        for each in theme.available():
            job = Job(article(name), "example", theme.load(each), "2026-01-01T00:00:00Z")
            data = engine.write(renderer.request_for(job, PdfOptions())).data
            yield f"{name} {each} {hashlib.sha256(data).hexdigest()}"


def test_the_installed_release_is_the_one_the_shortcuts_fit():
    assert shortcuts.take()


@pytest.mark.slow
def test_files_are_the_same_without_shortcuts():
    without = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )

    assert [*hashes()] == without.stdout.splitlines()
