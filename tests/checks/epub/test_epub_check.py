"""The truth check: nothing on a true file, each planted defect by its code."""

import io
import time
import zipfile

import pytest

from render.checks.epub import CHECK, check_file
from render.explanations import explain
from render.model import Conformance
from render.plugins import CheckedFile, Subject
from render.renderers.epub.claim import with_claim
from render.theme import available
from tests.checks.epub.mutants import MUTANTS, Mutant, planted
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import make
from tests.renderers.epub.narrations import tones

TYPE = "application/epub+zip"
CLAIM = Conformance(standard="EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifier="Ada Traoré")


@pytest.fixture(scope="module")
def true_file() -> bytes:
    article = samples.rich()
    return with_claim(make(article, narration=tones(article)).artefact.data, CLAIM)


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in check_file(CheckedFile("a.epub", TYPE, data))]


@pytest.mark.slow
def test_a_true_file_has_no_findings(true_file):
    assert codes(true_file) == []


@pytest.mark.parametrize("sample", ["plain", "hebrew", "rich"])
def test_editions_without_sound_have_no_findings(sample):
    edition = make(getattr(samples, sample)())

    assert codes(edition.artefact.data) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_defect_is_named(mutant: Mutant, true_file):
    assert mutant.code in codes(planted(mutant, true_file))


RIGHT_TO_LEFT = (
    Mutant("text", "EPUB-174", "EPUB/article.xhtml", ' dir="rtl"', ""),
    Mutant("pages", "EPUB-174", "EPUB/content.opf", 'direction="rtl"', 'direction="ltr"'),
)


@pytest.mark.parametrize("mutant", RIGHT_TO_LEFT, ids=lambda mutant: mutant.name)
def test_what_runs_from_right_to_left_says_so(mutant: Mutant):
    data = make(samples.hebrew()).artefact.data

    assert mutant.code in codes(planted(mutant, data))


@pytest.mark.parametrize("theme", available())
def test_every_theme_gives_a_true_file(theme):
    article = samples.rich()
    edition = make(article, narration=tones(article), theme=theme)

    assert codes(edition.artefact.data) == []


def test_a_finding_says_where_it_is(true_file):
    [mutant] = [mutant for mutant in MUTANTS if mutant.name == "note call without role"]
    [finding] = check_file(CheckedFile("a.epub", TYPE, planted(mutant, true_file)))

    assert str(finding.where) == "a.epub #note-1-call-1 EPUB/article.xhtml"


def test_every_code_is_explained():
    for mutant in MUTANTS:
        assert explain(mutant.code), mutant.code


def test_only_epub_files_of_a_subject_are_looked_at(true_file):
    page = CheckedFile("a.html", "text/html", b"<p>")
    verdict = CHECK.run(Subject((page, CheckedFile("a.epub", TYPE, true_file))))

    assert (verdict.files, verdict.findings) == (("a.epub",), ())


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no archive at all", b"%PDF-1.7", bytes(1000)],
    ids=["empty", "cut short", "text", "PDF", "zeros"],
)
def test_what_is_no_epub_is_one_finding(data):
    assert codes(data) == ["EPUB-100"]


def test_a_file_cut_anywhere_is_never_a_crash(true_file):
    for length in range(0, len(true_file), 9973):
        found = codes(true_file[:length])
        assert found == ["EPUB-100"], length


def test_a_container_that_opens_to_too_much_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xhtml", "a")
    bomb = bytearray(out.getvalue())
    directory = bomb.index(b"PK\x01\x02")
    bomb[directory + 24 : directory + 28] = (629_000_000).to_bytes(4, "little")

    [finding] = check_file(CheckedFile("bomb.epub", TYPE, bytes(bomb)))

    assert finding.code == "EPUB-100"
    assert "over 400000000" in finding.message


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>" + "<span>" * 240 + "x" + "</span>" * 240 + "</p>",
        "<p>" + "<i>" * 5000 + "x" + "</i>" * 5000 + "</p>",
        "<!-- -- -->",
        "&undefined;",
        "\x00",
        "<p>" + "word " * 200_000 + "</p>",
        "<a href='http://['>x</a><a href='::'>x</a><img src='' alt=''/>",
    ],
    ids=["deep", "deeper", "comment", "entity", "null", "long", "addresses"],
)
def test_hostile_text_ends_in_a_verdict(hostile, true_file):
    mutant = Mutant(
        "hostile", "", "EPUB/article.xhtml", "</article>", lambda _: hostile + "</article>"
    )

    begin = time.perf_counter()
    codes(planted(mutant, true_file))

    assert time.perf_counter() - begin < 5


def added(html: str, data: bytes) -> list[str]:
    """The codes of the file with this at the end of its text."""
    mutant = Mutant("added", "", "EPUB/article.xhtml", "</article>", lambda _: f"{html}</article>")
    return codes(planted(mutant, data))


def test_titles_and_names_are_no_foreign_passage(true_file):
    names = "Elle et Lui, Pour Vous et Nous, Avec Les Femmes Du Port, Une Nuit Sur Le Fleuve"
    assert "EPUB-173" not in added(f"<p>{names}</p>", true_file)
    assert "EPUB-173" in added(f"<p>{names.lower()}</p>", true_file)


def test_signs_without_a_letter_need_no_sound(true_file):
    assert added("<p>· <span>→</span> * * *</p>", true_file) == []
    assert added("<p>· 7</p>", true_file) == ["EPUB-185"]


def test_an_external_entity_is_not_read(true_file, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    mutant = Mutant(
        "external entity",
        "",
        "EPUB/article.xhtml",
        r"<!DOCTYPE html>(.*?)</article>",
        lambda m: (
            f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{m.group(1)}&x;</article>'
        ),
    )
    found = list(check_file(CheckedFile("a.epub", TYPE, planted(mutant, true_file))))

    assert "secret" not in str(found)
