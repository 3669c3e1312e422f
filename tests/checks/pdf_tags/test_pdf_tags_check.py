"""The check of PDF tags: nothing on a true file, each planted defect by its code."""

import re
from pathlib import Path

import pytest

from render.checks.pdf_tags import CHECK, check_file
from render.explanations import explain
from render.model import Article, Meta, Paragraph, Text, Verse, VerseLine
from render.plugins import CheckedFile, Subject
from tests.checks.pdf_tags.mutants import MUTANTS, Mutant, planted
from tests.renderers.pdf.laid_out import lay

pytestmark = pytest.mark.slow

TYPE = "application/pdf"
SENTENCE = "The tide comes in twice a day, and nobody on this coast has ever asked it to wait. "
ITEMS = "".join(
    f"<li>{number}. thing that we found, and that {SENTENCE}</li>" for number in "abcdef"
)
BODY = f"""
<p id="p-1">{SENTENCE * 3} <a href="https://example.org/">The harbour office</a> knows
<a id="c1" role="doc-noteref" href="#n1">1</a>, and <a href="#sec-2">so do we</a>.</p>
<section id="sec-1"><h2 id="sec-1-h">What we saw</h2>
<p id="p-2">{SENTENCE * 9}</p>
<blockquote><p lang="fr">La mer monte et descend, et personne ne lui a jamais demandé de nous
attendre sur le quai. Nous avons des lettres de ceux qui sont partis dans la nuit.</p></blockquote>
<figure><img src="red" alt="A red flag on a white pole"><figcaption>The flag</figcaption></figure>
<p id="p-3">{SENTENCE * 8}</p>
</section>
<section id="sec-2"><h2 id="sec-2-h">What we counted</h2>
<table><caption>Ships</caption><thead><tr><th scope="col">Port</th><th scope="col">In</th>
<th scope="col">Out</th></tr></thead><tbody>
<tr><th scope="row">Gao</th><td>1</td><td>2</td></tr>
<tr><th scope="row">Mopti</th><td>3</td><td>4</td></tr></tbody></table>
<p id="p-4">{SENTENCE * 8}</p>
<ol>{ITEMS * 3}</ol>
<p><span class="math" id="m-1">one half</span> of them came back.</p>
<p id="p-5">{SENTENCE * 3}</p>
</section>
<section id="sec-3"><h2 id="sec-3-h">What we heard</h2>
<p id="p-6">Nobody had heard of the bells. {SENTENCE * 22}</p></section>
<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n1"><p>So they say.
<a role="doc-backlink" href="#c1">Back</a></p></li></ol></section>
"""


@pytest.fixture(scope="module")
def true_file() -> bytes:
    return lay(BODY).data


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in check_file(CheckedFile("a.pdf", TYPE, data))]


@pytest.mark.parametrize("edition", ["accessible", "archive"])
def test_a_true_file_has_no_findings(edition):
    data = lay(BODY, edition=edition).data

    assert list(check_file(CheckedFile("a.pdf", TYPE, data))) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_defect_is_named(mutant: Mutant, true_file):
    assert mutant.code in codes(planted(mutant, true_file))


def test_a_finding_says_where_it_is(true_file):
    [mutant] = [mutant for mutant in MUTANTS if mutant.name == "alternative missing"]
    [finding] = check_file(CheckedFile("a.pdf", TYPE, planted(mutant, true_file)))

    assert re.fullmatch(r"a\.pdf page \d, Document > .*Figure", str(finding.where))


def test_every_code_is_explained():
    source = Path(__file__).resolve().parents[3] / "render" / "checks" / "pdf_tags"
    text = "".join(file.read_text(encoding="utf-8") for file in source.glob("*.py"))

    for code in set(re.findall(r"PDF-1\d\d", text)):
        assert explain(code), code


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no file", bytes(999)])
def test_bytes_that_are_no_pdf_are_a_finding(data):
    assert codes(data) == ["PDF-100"]


def test_what_the_article_says_so_is_no_fault():
    """A hyphen, a paragraph that ends in a comma, and words that come again on every page."""
    again, first, second = (
        "Edit",
        "They spoke of co\u2010operation \ufffd,",
        "and of well\u2010being.",
    )
    new_page = "<p style='break-before: page'>"
    data = lay(
        f"<p>{first}</p>{new_page}{second}</p>" + f"{new_page}{again}</p><p>{SENTENCE}</p>" * 3
    ).data
    body = tuple(
        Paragraph(children=(Text(value=text),)) for text in (again, first, second, SENTENCE)
    )
    article = Article(meta=Meta(title=(), lang="en"), body=body)
    file = CheckedFile("a.pdf", TYPE, data)

    assert set(codes(data)) == {"PDF-121", "PDF-122", "PDF-125", "PDF-126"}
    assert CHECK.run(Subject((file,), article)).findings == ()


def test_a_stanza_at_the_head_of_each_page_is_no_running_head():
    """It is one where nothing tells it from a head: no article, and nowhere else in the text."""
    words = "Roses are red,<br>Violets are blue,</p>"
    pages = [f"<p style='break-before: page'>{words}<p>It was day {n}." for n in range(4)]
    alone = lay("".join(pages)).data
    refrain = lay("".join(f"{page}<p>{words}<p>So {page[-6:]}" for page in pages)).data
    lines = ("Roses are red,", "Violets are blue,", "", "And so on.")
    verse = Verse(lines=tuple(VerseLine(children=(Text(value=line),)) for line in lines))
    article = Article(meta=Meta(title=(), lang="en"), body=(verse,))

    assert codes(alone) == ["PDF-121"]
    assert CHECK.run(Subject((CheckedFile("a.pdf", TYPE, alone),), article)).findings == ()
    assert codes(refrain) == []


def test_an_article_in_another_language_says_nothing_of_the_whole():
    german = "<p>Am Kai wurden die Netze von Hand geflickt, und niemand sprach vom Sturm.</p>"

    assert codes(lay(f"<p>{SENTENCE}</p><div lang=de>{german * 9}</div>").data) == []
    assert codes(lay(f"<p>{SENTENCE}</p>{german * 9}").data) == ["PDF-104"]
    assert codes(lay(f"<div lang=en-GB>{german * 9}</div>").data) == ["PDF-104"]


def test_a_cell_over_two_rows_is_read_with_the_headers_of_both():
    table = (
        "<table><caption>Tides</caption><tr><td></td><th scope=col>Place</th></tr>"
        "<tr><th scope=row>Dawn</th><td rowspan=2>The Rance</td></tr>"
        "<tr><th scope=row>Dusk</th></tr></table>"
    )

    assert codes(lay(table).data) == []


def test_only_pdf_files_of_a_subject_are_looked_at(true_file):
    page = CheckedFile("a.html", "text/html", b"<p>")
    verdict = CHECK.run(Subject((page, CheckedFile("a.pdf", TYPE, true_file))))

    assert (verdict.files, verdict.findings) == (("a.pdf",), ())
