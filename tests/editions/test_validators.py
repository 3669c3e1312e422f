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
