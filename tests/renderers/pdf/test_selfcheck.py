"""A WeasyPrint that the tagger does not fit is told loudly, and the PDF still made."""

import pytest

from render.findings import Severity
from render.pdf_reading import headings, read_tree
from render.renderers.pdf.tagging import selfcheck
from tests.renderers.pdf.laid_out import lay


@pytest.fixture(autouse=True)
def check_anew():
    selfcheck.misfit.cache_clear()
    yield
    selfcheck.misfit.cache_clear()


def test_the_tagger_fits_the_weasyprint_that_is_installed():
    assert selfcheck.misfit() == ""


def test_a_missing_seam_is_named(monkeypatch):
    import weasyprint.pdf  # takes a second

    monkeypatch.delattr(weasyprint.pdf.Stream, "marked")
    assert selfcheck.misfit() == "its page stream has no marked"


def test_a_changed_layout_is_caught_by_the_golden_file(monkeypatch):
    from weasyprint.formatting_structure.boxes import TextBox

    monkeypatch.setattr(TextBox, "element_tag", property(lambda _box: "p::before"), raising=False)
    assert selfcheck.misfit()


def test_the_fallback_has_the_engines_tags_and_an_error_finding(monkeypatch):
    monkeypatch.setattr(selfcheck, "misfit", lambda: "something moved")
    response = lay("<p>Words.</p>")
    (finding,) = response.findings
    assert (finding.code, finding.severity) == ("PDF-006", Severity.ERROR)
    assert "something moved" in finding.message
    assert headings(read_tree(response.data)) == ((1, "Title"),)
