"""veraPDF on every kind of element in both editions, beside a twin that fails all they claim."""

import io
from pathlib import Path

import pikepdf
import pytest

from render.checks.verapdf import CHECK
from render.pdf_reading.claims import claimed_flavours
from render.plugins import CheckedFile, Subject
from tests.renderers.pdf.laid_out import lay

pytestmark = [pytest.mark.validators("verapdf"), pytest.mark.slow]

TREES = Path(__file__).parent / "trees"
FLAVOURS = {
    "accessible": ("ua1", "3a"),
    "archive": ("ua2", "4f", "wt1a", "wt1r"),
}


def made(edition):
    for path in sorted(TREES.glob("*.html")):
        lang = "ar" if path.stem == "right_to_left" else "en"
        body = path.read_text(encoding="utf-8").replace("漢字", "abc")
        data = lay(body, edition=edition, lang=lang).data
        yield CheckedFile(f"{path.stem}.pdf", "application/pdf", data)


def twin(edition):
    """A file that claims all that its edition claims, and keeps none of it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(lay("<p>Words.</p>", edition=edition).data)) as pdf:
        # The tags are for PDF/UA, PDF/A-3a and WTPDF, the output intent for PDF/A.
        del pdf.Root.MarkInfo
        del pdf.Root.StructTreeRoot
        del pdf.Root.OutputIntents
        pdf.save(out)
    return CheckedFile("twin.pdf", "application/pdf", out.getvalue())


@pytest.mark.parametrize("edition", FLAVOURS)
def test_every_kind_of_element_passes_what_a_twin_fails_in_the_same_run(edition):
    files = (*made(edition), twin(edition))
    assert {claimed_flavours(file.data) for file in files} == {FLAVOURS[edition]}
    verdict = CHECK.run(Subject(files))
    assert verdict.state == "ran"
    assert [each for each in verdict.findings if each.where.file != "twin.pdf"] == []
    failed = {each.code.split("-")[1].lower() for each in verdict.findings}
    assert failed == set(FLAVOURS[edition])
