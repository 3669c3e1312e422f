"""Files that other programs make of one page get the findings that they deserve."""

import subprocess
from base64 import b64encode

import pytest

from render.checks.pdf_tags import check_file
from render.plugins import CheckedFile
from tests.browser.pictures import png

pytestmark = pytest.mark.slow

SENTENCE = "The ferry leaves at six and comes back when the wind allows it to, not before. "
ITEMS = "".join(
    f"<li>{word}: {SENTENCE * 3}</li>" for word in "one two three four five six".split()
)
PICTURE = "data:image/png;base64," + b64encode(png()).decode()
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The ferry</title>
<style>@page {{ size: A5; @top-center {{ content: "The ferry on the sound" }} }}
body {{ hyphens: auto; text-align: justify }} .pale {{ opacity: .7 }}</style></head><body>
<article><h1>The ferry</h1><p>{SENTENCE * 6}</p>
<h2>Crossing</h2><p class="pale">{SENTENCE * 6}</p><ol>{ITEMS * 3}</ol>
<h2>Prices</h2><p>{SENTENCE * 4} See <a href="https://example.org/">the harbour office</a>.
<em>Nobody pays</em> on Sundays, says <q lang="fr">la patronne du port</q>.</p>
<table><tr><th>Who</th><th>Pays</th></tr><tr><th>Child</th><td>1</td></tr></table>
<p lang="ar" dir="rtl">يعود القارب إلى الميناء عندما يسمح الهواء.</p>
<p><img alt="" src="{PICTURE}"></p>
</article></body></html>"""


def codes(data: bytes) -> set[str]:
    return {each.code for each in check_file(CheckedFile("a.pdf", "application/pdf", data))}


def test_a_pdf_of_stock_weasyprint_passes_validators_and_is_told_what_misleads(caplog):
    import weasyprint

    data = weasyprint.HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1")
    caplog.clear()

    expected = {
        "PDF-109",  # opacity moves text into a form
        "PDF-122",  # a list over the end of a page is two lists
        "PDF-123",  # each line is an element
        "PDF-131",  # emphasis and quotations have no meaning
        "PDF-133",  # lists do not say how they are numbered
        "PDF-150",  # a decorative picture is a figure without words
        "PDF-155",  # a link is described by its address
    }
    assert expected <= codes(data), expected - codes(data)


@pytest.mark.validators("axe")  # what else runs in the browser
def test_a_pdf_printed_by_chromium_is_told_what_it_lacks(chromium, tmp_path):
    page, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(PAGE, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    subprocess.run(
        [chromium, *options, f"--print-to-pdf={pdf}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )

    expected = {
        "PDF-108",  # what is drawn is neither tagged nor an artifact
        "PDF-111",  # no bookmarks
        "PDF-131",  # elements without a meaning
        "PDF-155",  # a link without a description
    }
    found = codes(pdf.read_bytes())
    assert expected <= found, expected - found
