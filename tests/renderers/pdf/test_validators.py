"""veraPDF on every kind of element in both editions, each shown first to fail on a bad twin."""

import io
from pathlib import Path

import pytest

from render.checks.verapdf import CHECK
from render.pdf_reading.claims import claimed_flavours
from render.plugins import CheckedFile, Subject
from tests.renderers.pdf.laid_out import lay

pytestmark = [pytest.mark.validators("verapdf"), pytest.mark.slow]

TREES = Path(__file__).parent / "trees"
FLAVOURS = {
    "accessible": {"ua1", "3a"},
    "archive": {"ua2", "4f", "wt1a", "wt1r"},
}


def made(edition):
    for path in sorted(TREES.glob("*.html")):
        lang = "ar" if path.stem == "right_to_left" else "en"
        body = path.read_text(encoding="utf-8").replace("漢字", "abc")
        data = lay(body, edition=edition, lang=lang).data
        yield CheckedFile(f"{path.stem}.pdf", "application/pdf", data)


@pytest.mark.parametrize("edition", FLAVOURS)
def test_every_kind_of_element_passes_all_that_its_file_claims(edition):
    files = tuple(made(edition))
    assert set(claimed_flavours(files[0].data)) == FLAVOURS[edition]
    verdict = CHECK.run(Subject(files))
    assert verdict.state == "ran"
    assert verdict.findings == ()


@pytest.mark.parametrize("edition", FLAVOURS)
def test_a_twin_that_hides_its_tags_fails_all_that_it_claims(edition):
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(lay("<p>Words.</p>", edition=edition).data)) as pdf:
        del pdf.Root.MarkInfo
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    verdict = CHECK.run(Subject((CheckedFile("twin.pdf", "application/pdf", out.getvalue()),)))
    failed = {each.code.split("-")[1].lower() for each in verdict.findings}
    assert failed == FLAVOURS[edition] - {"4f"}  # PDF/A-4 asks for no tags
