"""The three examples, built once for all tests of this folder."""

from pathlib import Path

import pytest

from render.pipeline import Build, BuildOptions, build, open_file, read, report_on
from render.plugins import CheckedFile, Subject
from render.report import report_page

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html"})


def make(path: Path, **options) -> Build:
    source, folder = open_file(str(path))
    return build(read(source, folder=folder), path.stem, BuildOptions(**options))


@pytest.fixture(scope="session")
def builds() -> dict[str, Build]:
    """Every example in every format, with the default voice, by file name."""
    return {path.name: make(path) for path in ARTICLES}


@pytest.fixture(scope="session")
def editions(builds) -> Subject:
    """Every file of every example, its report too, under names of their own."""
    files = [
        CheckedFile(artefact.file_name, artefact.media_type, artefact.data)
        for made in builds.values()
        for artefact in made.artefacts
    ]
    reports = [
        CheckedFile(f"{made.slug}-report.html", "text/html", report_page(report_on(made, name)))
        for name, made in builds.items()
    ]
    return Subject((*files, *reports))
