"""An issue in six languages before the field's own judges."""

import pytest

from render import plugins
from render.findings import Severity
from render.inspection import read_back
from render.pipeline import BuildOptions
from render.pipeline.checking import finished
from render.pipeline.edition import build_edition, read_edition
from render.plugins import Subject
from tests.edition.issue import write_issue


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    file = write_issue(tmp_path_factory.mktemp("issue"), 6)
    options = BuildOptions(to=("pdf", "print", "epub"), voice="silent", words_per_minute=400)
    return build_edition(read_edition(file), "harbour", options)


def _file(made, name):
    return finished([next(each for each in made.artefacts if each.file_name == name)])


# Ours need no validator, but the edition is made for those that do.
@pytest.mark.validators("epubcheck")
def test_our_own_checks_find_nothing(made):
    assert not made.failures
    found = [*made.findings, *(each for verdict in made.verdicts for each in verdict.findings)]
    assert [each.message for each in found if each.severity > Severity.NOTE] == []


@pytest.mark.validators("epubcheck")
def test_every_printed_page_is_in_the_book_once(made):
    printed = next(each.pagination for each in made.artefacts if each.file_name.endswith("t.pdf"))
    book = read_back(*_file(made, "harbour.epub"))

    assert book is not None
    assert printed is not None
    assert book.pages == tuple(page.label for page in printed.pages)
    assert len(book.pages) > 2


@pytest.mark.parametrize(
    ("judge", "name"),
    [
        pytest.param("epubcheck", "harbour.epub", marks=pytest.mark.validators("epubcheck")),
        pytest.param("ace", "harbour.epub", marks=pytest.mark.validators("ace")),
        pytest.param("verapdf", "harbour.pdf", marks=pytest.mark.validators("verapdf")),
    ],
)
def test_a_validator_finds_nothing(made, judge, name):
    verdict = plugins.find("checks", judge).run(Subject(_file(made, name), made.article))

    assert verdict.state == "ran"
    assert [finding.message for finding in verdict.findings] == []
