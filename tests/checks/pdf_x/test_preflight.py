"""The preflight for a press: nothing on our own files, each planted defect by its code."""

import re
import subprocess
from pathlib import Path

import pytest

from render.checks.pdf_x import CHECK, check_file
from render.explanations import explain
from render.plugins import CheckedFile, Subject
from tests.checks.pdf_x.mutants import MUTANTS, Mutant, planted
from tests.renderers.pdf.laid_out import lay, press

TYPE = "application/pdf"
BODY = (
    '<p>Words, and <a href="https://example.org/">a link</a>.</p>'
    '<p style="background: linear-gradient(red, rgba(0, 0, 255, 0.5))">Shaded</p>'
    '<img src="asset:red" alt="Red"><math alttext="x"><mi>x</mi></math>'
)


@pytest.fixture(scope="module")
def true_file() -> bytes:
    css = "@page { marks: crop; bleed: 7mm }"
    return lay(BODY, edition="print", css=css, cmyk_profile=press()).data


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in check_file(CheckedFile("a.pdf", TYPE, data))]


@pytest.mark.slow
def test_a_file_that_we_make_for_a_press_has_no_findings(true_file):
    assert codes(true_file) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_defect_is_named_and_nothing_else(mutant: Mutant, true_file):
    assert set(codes(planted(mutant, true_file))) == {mutant.code}


def test_a_finding_says_on_which_page_it_is(true_file):
    [mutant] = [mutant for mutant in MUTANTS if mutant.name == "RGB fill"]
    [finding] = check_file(CheckedFile("a.pdf", TYPE, planted(mutant, true_file)))
    assert str(finding.where) == "a.pdf page 1"


def test_every_rule_has_a_twin_that_breaks_it_and_an_explanation():
    source = Path(__file__).resolve().parents[3] / "render" / "checks" / "pdf_x"
    text = "".join(file.read_text(encoding="utf-8") for file in source.glob("*.py"))
    written = set(re.findall(r"PDFX-\d\d\d", text))
    assert {mutant.code for mutant in MUTANTS} == written - {"PDFX-100"}
    assert all(explain(code) for code in written)


def test_a_broken_file_is_a_finding_and_one_for_a_screen_is_not_looked_at(true_file):
    broken = CheckedFile("a.pdf", TYPE, b"%PDF-1.6 GTS_PDFXVersion")
    other = CheckedFile("b.pdf", TYPE, lay("<p>Words.</p>").data)
    verdict = CHECK.run(Subject((broken, other)))
    assert (verdict.files, [each.code for each in verdict.findings]) == (("a.pdf",), ["PDFX-100"])


@pytest.mark.validators("ghostscript")
def test_ghostscript_separates_it_without_a_word(true_file, tmp_path):
    path = tmp_path / "proof.pdf"
    path.write_bytes(true_file)
    command = "gs -q -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=inkcov -o -".split()
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"(\s*[\d.]+){4} CMYK OK\s*", done.stdout)
    assert done.stderr == ""
