"""A claim of conformance is made from results, never by hand."""

import pytest

from render.findings import Finding, Severity
from render.model import Conformance
from render.pipeline.claims import claimed, may_claim
from render.plugins import Verdict
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import Edition, make
from tests.renderers.epub.narrations import tones

CLAIM = Conformance(standard="EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifier="Ada Traoré")


def verdicts(**changed: Verdict) -> tuple[Verdict, ...]:
    clean = {name: Verdict(name, name, "1", "ran", ("a.epub",)) for name in NEEDED}
    return tuple((clean | changed).values())


NEEDED = ("epub", "epubcheck", "ace")


def found(severity: Severity) -> Verdict:
    finding = Finding("EPUB-120", severity, "a feature is declared and nothing has it")
    return Verdict("epub", "epub", "1", "ran", ("a.epub",), (finding,))


def test_a_claim_may_be_made_when_all_ran_and_nothing_was_found():
    assert may_claim(verdicts())
    assert may_claim(verdicts(epub=found(Severity.NOTE)))


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_one_finding_forbids_it(severity):
    assert not may_claim(verdicts(epub=found(severity)))


@pytest.mark.parametrize("name", NEEDED)
def test_one_absent_validator_forbids_it(name):
    absent = Verdict(name, name, "", "absent", ("a.epub",), detail="not installed")

    assert not may_claim(verdicts(**{name: absent}))


def test_no_verdict_at_all_forbids_it():
    assert not may_claim(())


@pytest.mark.validators("epubcheck", "ace")
def test_an_edition_that_passes_everything_gets_the_claim_and_passes_again(chromium):
    article = samples.plain()
    epub = make(article, narration=tones(article)).artefact

    with_claim, again = claimed(epub, CLAIM, lambda _: None)

    edition = Edition(article, with_claim)
    assert "a11y:certifiedBy" not in Edition(article, epub).text("content.opf")
    assert 'property="a11y:certifiedBy">Ada Traoré<' in edition.text("content.opf")
    assert may_claim(again)
