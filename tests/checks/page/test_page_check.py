"""The page check: nothing on a true page in any theme, each planted defect by its code."""

import re
from pathlib import Path

import msgspec
import pytest

from render.checks.page import CHECK, check_file
from render.explanations import explain
from render.plugins import CheckedFile, Job, Sibling, Subject
from render.renderers.html import RENDERER
from render.theme import available, load
from tests.browser.pictures import png
from tests.checks.page.mutants import MUTANTS, Mutant, planted
from tests.markup.specimen import ARTICLE

TYPE = "text/html"
BAD_PAGE = Path(__file__).resolve().parents[2] / "editions" / "bad_page.html"


def page(theme: str = "default") -> str:
    siblings = (Sibling("mp3", "page.mp3", "audio/mpeg"), Sibling("pdf", "page.pdf", "a/pdf"))
    assets = tuple(
        msgspec.structs.replace(asset, data=png(), media_type="image/png")
        for asset in ARTICLE.assets
    )
    article = msgspec.structs.replace(ARTICLE, assets=assets)
    job = Job(article, "page", load(theme), "2026-11-24T00:00:00Z", siblings=siblings)
    return RENDERER.render(job).data.decode()


@pytest.fixture(scope="module")
def true_page() -> str:
    return page()


def findings(markup: str):
    return list(check_file(CheckedFile("a.html", TYPE, markup.encode())))


@pytest.mark.parametrize("theme", available())
def test_a_true_page_has_no_findings(theme):
    assert findings(page(theme)) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_defect_is_named(mutant: Mutant, true_page):
    codes = [finding.code for finding in findings(planted(mutant, true_page))]

    assert mutant.code in codes
    assert len(set(codes)) <= 4, "one defect is told once, or with what follows from it"


def test_a_finding_says_where_it_is(true_page):
    [mutant] = [mutant for mutant in MUTANTS if mutant.name == "alternative missing"]
    [finding] = findings(planted(mutant, true_page))

    assert finding.where.node
    assert finding.where.detail.startswith("<img ")


def test_the_bad_twin_fails_in_more_than_ten_ways():
    codes = {finding.code for finding in findings(BAD_PAGE.read_text(encoding="utf-8"))}

    assert len(codes) > 10


def test_every_code_is_explained_with_its_clause():
    source = Path(__file__).resolve().parents[3] / "render" / "checks" / "page"
    codes = {
        code
        for file in source.glob("*.py")
        for code in re.findall(r'"(PAGE-\d{3})"', file.read_text(encoding="utf-8"))
    }

    assert len(codes) > 40
    for code in codes:
        assert explain(code), code


def test_bytes_that_are_no_text_are_a_finding():
    [finding] = check_file(CheckedFile("a.html", TYPE, b"<p>\xff"))

    assert finding.code == "PAGE-100"


@pytest.mark.parametrize("markup", ["", "<", "<html>", "plain words", "<table>" * 300, "\0"])
def test_any_text_gets_findings_and_no_crash(markup):
    assert findings(markup)


def test_only_pages_of_a_subject_are_looked_at(true_page):
    book = CheckedFile("a.epub", "application/epub+zip", b"")
    verdict = CHECK.run(Subject((book, CheckedFile("a.html", TYPE, true_page.encode()))))

    assert (verdict.files, verdict.findings) == (("a.html",), ())
