"""The markup of one article with everything in it, as anyone can read it."""

from pathlib import Path

import pytest

from render.labels import labels_for
from render.markup import Dialect, body, descriptions, header, notes
from tests.markup.specimen import ARTICLE, URLS

GOLDEN = Path(__file__).parent / "golden"
PAGES = {"p-2-s2": ("3",), "list-1": ("4",), "f": ("v",)}
DIALECTS = {
    "page.html": Dialect(labels_for("en"), asset_url=URLS, scroll_regions=True),
    "book.xhtml": Dialect(
        labels_for("fr"),
        xhtml=True,
        epub=True,
        asset_url=URLS,
        page_starts=PAGES,
        extended_description="linked",
        text_url="text.xhtml",
    ),
}


@pytest.mark.parametrize("name", DIALECTS)
def test_markup_reads_as_the_golden_file(name):
    dialect = DIALECTS[name]
    written = header(ARTICLE, dialect) + body(ARTICLE, dialect) + notes(ARTICLE, dialect)
    written += "".join(each.markup for each in descriptions(ARTICLE, dialect) if dialect.epub)
    golden = GOLDEN / name
    # To accept a change on purpose: delete the file, run once, and read the difference.
    if not golden.exists():
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
