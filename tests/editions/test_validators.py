"""The field's validators on every example; each must first fail on a bad twin in the same run."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from render import plugins
from render.findings import Severity
from render.plugins import CheckedFile, Subject

BAD_PAGE = CheckedFile(
    "bad.html", "text/html", Path(__file__).with_name("bad_page.html").read_bytes()
)


def _verdict(check: str, subject: Subject):
    verdict = plugins.find("checks", check).run(subject)
    assert verdict.state == "ran", verdict.detail
    assert verdict.version
    return verdict


def _first(editions: Subject, media_type: str) -> CheckedFile:
    return next(file for file in editions.files if file.media_type == media_type)


def _edited_book(book: CheckedFile, old: bytes, new: bytes) -> CheckedFile:
    """The same EPUB with one edit in each document that holds `old`."""
    edited, count = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(book.data)) as source, zipfile.ZipFile(edited, "w") as target:
        for item in source.infolist():
            data, hits = re.subn(old, new, source.read(item))
            count += hits if item.filename.endswith((".opf", ".xhtml")) else 0
            target.writestr(
                item, data if item.filename.endswith((".opf", ".xhtml")) else source.read(item)
            )
    assert count, f"nothing to edit: {old!r}"
    return CheckedFile("bad.epub", book.media_type, edited.getvalue())


def _without_shown_title(file: CheckedFile) -> CheckedFile:
    edited = io.BytesIO()
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        del pdf.Root.ViewerPreferences
        pdf.save(edited)
    return CheckedFile("bad.pdf", file.media_type, edited.getvalue())


def _codes(verdict, name: str) -> set[str]:
    return {
        finding.code
        for finding in verdict.findings
        if finding.where.file == name and finding.severity is Severity.ERROR
    }


def _assert_clean_but_for(verdict, bad: str) -> None:
    assert [finding for finding in verdict.findings if finding.where.file != bad] == []


@pytest.mark.validators("epubcheck")
def test_epubcheck_finds_nothing_in_the_examples_and_fails_a_bad_twin(editions):
    bad = _edited_book(
        _first(editions, "application/epub+zip"),
        rb'<meta property="dcterms:modified">[^<]*</meta>',
        b"",
    )

    verdict = _verdict("epubcheck", Subject((*editions.files, bad)))

    assert "EPUBCHECK-RSC-005" in _codes(verdict, "bad.epub")
    _assert_clean_but_for(verdict, "bad.epub")


@pytest.mark.validators("ace")
def test_ace_finds_nothing_in_the_examples_and_fails_a_bad_twin(editions):
    bad = _edited_book(
        _first(editions, "application/epub+zip"),
        rb'<meta property="schema:accessibilitySummary"[^>]*>[^<]*</meta>',
        b"",
    )

    verdict = _verdict("ace", Subject((*editions.files, bad)))

    assert _codes(verdict, "bad.epub")
    _assert_clean_but_for(verdict, "bad.epub")


@pytest.mark.validators("verapdf")
def test_verapdf_passes_the_examples_and_fails_a_bad_twin(editions):
    bad = _without_shown_title(_first(editions, "application/pdf"))

    verdict = _verdict("verapdf", Subject((*editions.files, bad)))

    assert "VERAPDF-UA1-7.1-10" in _codes(verdict, "bad.pdf")
    _assert_clean_but_for(verdict, "bad.pdf")


@pytest.mark.validators("axe")
def test_axe_finds_nothing_in_five_colour_schemes_and_fails_a_bad_twin(editions):
    verdict = _verdict("axe", Subject((*editions.files, BAD_PAGE)))

    expected = {
        "AXE-IMAGE-ALT",
        "AXE-HTML-HAS-LANG",
        "AXE-COLOR-CONTRAST",
        "AXE-LINK-NAME",
        "AXE-LABEL",
    }
    assert expected <= _codes(verdict, "bad.html")
    _assert_clean_but_for(verdict, "bad.html")


@pytest.mark.validators("nu")
def test_nu_finds_nothing_in_the_pages_and_fails_a_bad_twin(editions):
    verdict = _verdict("nu", Subject((*editions.files, BAD_PAGE)))

    assert "NU-ERROR" in _codes(verdict, "bad.html")
    _assert_clean_but_for(verdict, "bad.html")


@pytest.mark.validators("alfa")
def test_alfa_finds_nothing_at_levels_a_and_aa_and_fails_a_bad_twin(editions):
    verdict = _verdict("alfa", Subject((*editions.files, BAD_PAGE)))

    assert len(_codes(verdict, "bad.html")) > 9
    _assert_clean_but_for(verdict, "bad.html")


@pytest.mark.validators("ibm")
def test_ibm_finds_no_failure_and_fails_a_bad_twin(editions):
    verdict = _verdict("ibm", Subject((*editions.files, BAD_PAGE)))

    assert len(_codes(verdict, "bad.html")) > 8
    _assert_clean_but_for(verdict, "bad.html")


@pytest.mark.validators("htmlcs")
def test_html_codesniffer_finds_no_error_and_fails_a_bad_twin(editions):
    verdict = _verdict("htmlcs", Subject((*editions.files, BAD_PAGE)))

    assert len(_codes(verdict, "bad.html")) > 8
    _assert_clean_but_for(verdict, "bad.html")


# Each fault of the bad page, and what in a finding shows that it was seen.
FAULTS = {
    "no language": r"PAGE-101|ALFA-SIA-R4|AXE-HTML-HAS-LANG",
    "no title": r"PAGE-110|ALFA-SIA-R1|AXE-DOCUMENT-TITLE",
    "a dead skip link": r"PAGE-131|NOSUCHID",
    "an empty heading": r"PAGE-123|ALFA-SIA-R64",
    "a skipped level": r"HEADINGS-002|AXE-HEADING-ORDER",
    "too little contrast": r"PAGE-173|ALFA-SIA-R69|AXE-COLOR-CONTRAST",
    "an invisible focus": r"PAGE-170",
    "no alternative": r"PAGE-140|ALFA-SIA-R2|AXE-IMAGE-ALT",
    "an id twice": r"PAGE-160|F77",
    "a link without name": r"PAGE-150|ALFA-SIA-R11|AXE-LINK-NAME",
    "a field without label": r"PAGE-153|ALFA-SIA-R8|AXE-LABEL",
    "a button without name": r"PAGE-152|ALFA-SIA-R12|AXE-BUTTON-NAME",
    "a table without headers": r"PAGE-164|IBM-TABLE_HEADERS_EXISTS",
    "a role that does not exist": r"PAGE-162|ALFA-SIA-R110|AXE-ARIA-ROLES",
    "a list that is none": r"PAGE-163|ALFA-SIA-R68|AXE-LIST",
}


@pytest.mark.validators("axe", "alfa", "ibm", "htmlcs")
def test_all_together_see_every_fault_of_the_bad_page_and_each_engine_most():
    subject = Subject((BAD_PAGE,))
    engines = ("axe", "alfa", "ibm", "htmlcs")
    seen = {name: " ".join(_codes(_verdict(name, subject), "bad.html")) for name in engines}
    own = [plugins.find("checks", name).run(subject) for name in ("page", "agreement")]
    ours = " ".join(finding.code for verdict in own for finding in verdict.findings)

    everything = " ".join((ours, *seen.values()))
    assert [fault for fault, sign in FAULTS.items() if not re.search(sign, everything)] == []
    assert all(len(codes.split()) > 8 for codes in seen.values()), seen


def test_without_a_browser_our_own_checks_see_nearly_all_faults_of_the_bad_page():
    subject = Subject((BAD_PAGE,))
    own = [plugins.find("checks", name).run(subject) for name in ("page", "agreement")]
    codes = " ".join(finding.code for verdict in own for finding in verdict.findings)

    missed = [fault for fault, sign in FAULTS.items() if not re.search(sign, codes)]
    # A table of one row may be no table of data.
    assert missed == ["a table without headers"]
