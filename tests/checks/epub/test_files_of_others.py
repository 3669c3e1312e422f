"""Files that we did not make get the findings that are known of their makers."""

import shutil
import subprocess
from pathlib import Path

import pytest
from ebooklib import epub

from render.checks.epub import check_file
from render.plugins import CheckedFile

FRENCH = (
    "# Le marché\n\nLes marchandes sont arrivées avant l’aube, et la place était encore vide. "
    "Elles ont posé leurs paniers sous le toit neuf, puis elles ont attendu les premiers clients "
    "en parlant des pluies de la semaine, qui avaient fait monter le fleuve.\n"
)


def found(path: Path) -> set[str]:
    file = CheckedFile(path.name, "application/epub+zip", path.read_bytes())
    return {finding.code for finding in check_file(file)}


def test_ebooklib_as_in_its_tutorial(tmp_path):
    book = epub.EpubBook()
    book.set_identifier("sample")
    book.set_title("Untitled")
    book.set_language("fr")
    chapter = epub.EpubHtml(title="Marché", file_name="c.xhtml", lang="fr")
    chapter.content = "<h1>Marché</h1><h3>Le toit</h3><p><img src='a.png'/></p>"
    for item in (chapter, epub.EpubNcx(), epub.EpubNav()):
        book.add_item(item)
    book.toc, book.spine = (chapter,), ["nav", chapter]
    epub.write_epub(str(tmp_path / "a.epub"), book, {"raise_exceptions": True})

    assert found(tmp_path / "a.epub") >= {
        "EPUB-110",
        "EPUB-115",
        "EPUB-131",
        "EPUB-152",
        "EPUB-160",
    }


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
@pytest.mark.parametrize(
    ("lang", "extra"), [("fr", set()), ("en-US", {"EPUB-172"})], ids=["right", "wrong"]
)
def test_pandoc_claims_alternatives_without_a_picture(lang, extra, tmp_path):
    path = tmp_path / "a.epub"
    subprocess.run(
        ["pandoc", "-f", "markdown", "-o", path, f"--metadata=lang={lang}", "--metadata=title=M"],
        input=FRENCH.encode(),
        check=True,
    )

    assert found(path) == {"EPUB-110", "EPUB-120", "EPUB-150"} | extra
