"""What `lisible check` says of a folder that Lisible made, without the article at hand."""

import pytest

from render.findings import Severity
from render.pipeline.checking import run_checks
from render.plugins import CheckedFile, Subject
from tests.editions.conftest import ARTICLES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", [path.name for path in ARTICLES])
def test_nothing_is_wrong_with_an_example(builds, name):
    files = [
        CheckedFile(each.file_name, each.media_type, each.data) for each in builds[name].artefacts
    ]

    verdicts = run_checks(Subject(tuple(files)), external=False, progress=lambda *_: None)

    found = [each for verdict in verdicts for each in verdict.findings]
    assert [each for each in found if each.severity is not Severity.NOTE] == []
