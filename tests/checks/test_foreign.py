"""Files that other programs make of one page get the findings that they deserve."""

import re
import subprocess
from base64 import b64encode

import pytest
from ebooklib import epub as ebooklib

from render.checks.epub import check_file as check_epub
from render.checks.pdf_tags import check_file as check_pdf
from render.plugins import CheckedFile
from tests.browser.pictures import png

pytestmark = pytest.mark.slow

SENTENCE = (
    "Les gens du port disent que le bac part à six heures et qu’il revient quand le vent le"
    " permet, mais on ne l’a jamais vu avant. "
)
ITEMS = "".join(
    f"<li><p>{word} : {SENTENCE * 2}</p></li>" for word in "un deux trois quatre cinq six".split()
)
PICTURE = "data:image/png;base64," + b64encode(png()).decode()
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le bac</title>
<style>@page {{ size: A5; @top-center {{ content: "Le journal du détroit" }} }}
body {{ hyphens: auto; text-align: justify }} .pale {{ opacity: .7 }}</style></head><body>
<article><h1>Le bac de la côte</h1><p>{SENTENCE * 4}</p>
<section><h2>La traversée</h2><p class="pale">{SENTENCE * 4}</p><ol>{ITEMS * 3}</ol></section>
<section><h2>Les prix</h2>
<p>{SENTENCE * 4} Voir <a href="https://example.org/">la capitainerie</a>.
<em>Personne ne paie</em> le dimanche, dit <q lang="en">the master of the harbour</q>.</p>
<table><tr><td>Qui</td><td>Paie</td></tr><tr><td>Enfant</td><td>1</td></tr></table>
<table><caption>Passagers</caption><thead>
<tr><th rowspan="2">Port</th><th colspan="2">Année</th></tr>
<tr><th>2021</th><th>2022</th></tr></thead>
<tbody><tr><th>Gao</th><td>120</td><td>140</td></tr></tbody></table>
<p lang="ar" dir="rtl">يعود القارب إلى الميناء عندما يسمح الهواء.</p>
<h4>Un rang sauté</h4>
<figure><img alt="Le bac au quai" src="{PICTURE}"><figcaption>Le bac</figcaption></figure>
<p><img alt="" src="{PICTURE}"><img src="{PICTURE}"></p></section>
</article></body></html>"""
# What the page itself gets wrong, and each program hands on.
HANDED_ON = {"EPUB-152", "EPUB-153", "EPUB-160"}


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def run(*command, **options):
    """Run a program to its end; its output, should it fail, is in the exception."""
    done = subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, timeout=120, **options
    )
    return done.stdout.decode()


def in_epub(path) -> set[str]:
    file = CheckedFile(path.name, "application/epub+zip", path.read_bytes())
    return {finding.code for finding in check_epub(file)}


def in_pdf(data: bytes) -> set[str]:
    return {each.code for each in check_pdf(CheckedFile("a.pdf", "application/pdf", data))}


def lacking(found: set[str], *expected: str) -> set[str]:
    return set(expected) - found


def test_an_epub_as_in_ebooklibs_tutorial(tmp_path):
    book = ebooklib.EpubBook()
    book.set_identifier("sample")
    book.set_title("Untitled")
    book.set_language("fr")
    chapter = ebooklib.EpubHtml(title="Marché", file_name="c.xhtml", lang="fr")
    chapter.content = "<h1>Marché</h1><h3>Le toit</h3><p><img src='a.png'/></p>"
    for item in (chapter, ebooklib.EpubNcx(), ebooklib.EpubNav()):
        book.add_item(item)
    book.toc, book.spine = (chapter,), ["nav", chapter]
    ebooklib.write_epub(str(tmp_path / "a.epub"), book, {"raise_exceptions": True})

    found = in_epub(tmp_path / "a.epub")
    assert not lacking(found, "EPUB-110", "EPUB-115", "EPUB-131", "EPUB-152", "EPUB-160")


@pytest.mark.validators("pandoc")
@pytest.mark.parametrize("lang", ["fr", "en-US"])
def test_an_epub_of_pandoc(lang, page, tmp_path):
    made = tmp_path / "a.epub"
    run("pandoc", page, "-o", made, f"--metadata=lang={lang}", "--metadata=title=Le bac")
    major = int(re.findall(r"pandoc (\d+)", run("pandoc", "--version"))[0])
    expected = HANDED_ON | {
        "EPUB-110",  # not all of the accessibility metadata, up to 3.1 nothing of it
        "EPUB-150",  # a document is titled by the name of its file
        "EPUB-173",  # Arabic lost its tag
    }
    if major < 3:
        expected.add("EPUB-191")  # its style sheet justifies
    if lang != "fr":
        # Where the whole is mistagged, its passages are not told one by one.
        expected = expected - {"EPUB-173"} | {"EPUB-172"}

    found = in_epub(made)
    assert not lacking(found, *expected)
    assert ("EPUB-172" in found) == (lang != "fr")


@pytest.mark.validators("pandoc")
def test_an_epub_of_pandoc_claims_alternatives_without_a_picture(tmp_path):
    made = tmp_path / "a.epub"
    run("pandoc", "-f", "markdown", "-o", made, "--metadata=lang=fr", input=b"# Le bac\n\nParti.\n")
    claims = subprocess.run(["unzip", "-p", made, "*.opf"], capture_output=True, check=True).stdout

    assert ("EPUB-120" in in_epub(made)) == (b"alternativeText" in claims)


@pytest.mark.validators("calibre")
def test_an_epub_3_of_calibre(page, tmp_path):
    made = tmp_path / "a.epub"
    run("ebook-convert", page, made, "--epub-version", "3")

    expected = HANDED_ON | {
        "EPUB-110",  # no accessibility metadata
        "EPUB-131",  # no landmarks
        "EPUB-136",  # the contents leave all headings out
        "EPUB-172",  # the package is in English, whatever the text is in
        "EPUB-191",  # justified for all, by a class that each body has
    }
    assert not lacking(in_epub(made), *expected)


@pytest.mark.validators("calibre")
def test_an_epub_of_calibre_as_it_comes(page, tmp_path):
    made = tmp_path / "a.epub"
    run("ebook-convert", page, made)

    expected = HANDED_ON | {
        "EPUB-109",  # EPUB 2
        "EPUB-156",  # with elements of HTML5
        "EPUB-172",
        "EPUB-191",
    }
    assert not lacking(in_epub(made), *expected)


@pytest.mark.validators("libreoffice")
def test_an_epub_and_a_pdf_of_libreoffice(page, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # A page opens in its web editor, which knows no EPUB.
    for kind, source in (
        ("odt", page),
        ("epub", tmp_path / "page.odt"),
        ("pdf", tmp_path / "page.odt"),
    ):
        options = ["--headless", "--convert-to", kind, "--outdir", tmp_path]
        run("soffice", profile, *options, source)

    assert not lacking(
        in_epub(tmp_path / "page.epub"),
        "EPUB-110",  # no accessibility metadata
        "EPUB-131",  # no landmarks
        "EPUB-150",  # no title
        "EPUB-153",  # no table has header cells
        "EPUB-161",  # each picture is called by its file
        "EPUB-171",  # no document says its language
    )
    assert in_pdf((tmp_path / "page.pdf").read_bytes()) == {"PDF-101"}  # no tags unless asked


def test_a_pdf_of_stock_weasyprint_passes_validators_and_is_told_what_misleads(caplog):
    import weasyprint

    data = weasyprint.HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1")
    caplog.clear()

    expected = {
        "PDF-107",  # passages lose their language
        "PDF-109",  # opacity moves text into a form
        "PDF-122",  # a list over the end of a page is two lists
        "PDF-123",  # each line is an element
        "PDF-126",  # hyphens cut words
        "PDF-131",  # emphasis and quotations have no meaning
        "PDF-132",  # a paragraph stands beside the body of its item
        "PDF-133",  # lists do not say how they are numbered
        "PDF-142",  # a header cell does not say of what
        "PDF-145",  # under a spanning header, a cell is read with another's
        "PDF-150",  # a decorative picture is a figure without words
        "PDF-153",  # the box of a picture is measured from the wrong corner
        "PDF-155",  # a link is described by its address
    }
    assert not lacking(in_pdf(data), *expected)


def test_a_pdf_of_stock_weasyprint_as_it_comes_has_no_tags(caplog):
    import weasyprint

    data = weasyprint.HTML(string="<title>Le bac</title><h1>Le bac</h1>").write_pdf()
    caplog.clear()

    assert in_pdf(data) == {"PDF-101"}


@pytest.mark.validators("axe")  # what else runs in the browser
def test_a_pdf_printed_by_chromium_is_told_what_it_lacks(chromium, page, tmp_path):
    made = tmp_path / "a.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    run(chromium, *options, f"--print-to-pdf={made}", page.as_uri())

    expected = {
        "PDF-108",  # what is drawn is neither tagged nor an artifact
        "PDF-111",  # no bookmarks
        "PDF-131",  # elements without a meaning
        "PDF-132",  # a paragraph stands beside the body of its item
        "PDF-150",  # a picture without words
        "PDF-155",  # a link without a description
    }
    assert not lacking(in_pdf(made.read_bytes()), *expected)
