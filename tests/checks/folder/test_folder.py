"""Editions in one folder, without the article: nothing on true ones, each defect by its code."""

from dataclasses import replace
from pathlib import Path

import pytest

from render.explanations import explain
from render.pipeline import BuildOptions, build, open_file, read
from render.pipeline.checking import finished, run_checks
from render.pipeline.progress import quiet
from render.plugins import CheckedFile, Subject, find
from tests.checks.folder.mutants import MUTANTS, Mutant

pytestmark = pytest.mark.slow
SOURCE = Path(__file__).with_name("harbour.md")
COMPARING = ("agreement", "audio", "conservation")


@pytest.fixture(scope="module")
def folder() -> tuple[CheckedFile, ...]:
    source, place = open_file(str(SOURCE))
    options = BuildOptions(to=("html", "pdf", "epub", "audio", "srt"), voice="silent")
    return finished(build(read(source, folder=place), "harbour", options).artefacts)


def findings(files) -> list:
    subject = Subject(tuple(files))
    return [each for name in COMPARING for each in find("checks", name).run(subject).findings]


def test_true_editions_have_no_findings_in_any_check_of_ours(folder):
    verdicts = run_checks(Subject(folder), external=False, progress=quiet)

    # The silent voice cannot be as loud as speech.
    found = [f for verdict in verdicts for f in verdict.findings if f.code != "AUDIO-004"]
    assert found == []
    assert {verdict.check for verdict in verdicts} >= {"page", "pdf-tags", "epub", *COMPARING}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_defect_is_named(mutant: Mutant, folder):
    edited = [
        replace(file, data=mutant.edit(file.data)) if file.name.endswith(mutant.suffix) else file
        for file in folder
    ]

    assert mutant.code in {finding.code for finding in findings(edited)}
    assert explain(mutant.code)
