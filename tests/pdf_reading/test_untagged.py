"""What a page paints outside of every tag and artifact."""

import io

import pikepdf
import pytest

from render.pdf_reading import read_tree


def page(content: bytes) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page().obj.Contents = pdf.make_stream(content)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


INLINE = b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI "


@pytest.mark.parametrize(
    ("content", "untagged"),
    [
        (b"0 0 9 9 re f* ", ["(f*)"]),
        (INLINE, ["(image)"]),
        (b"/Artifact BMC " + INLINE + b"EMC ", []),
        (b"0 0 9 9 re W n ", []),
    ],
)
def test_what_is_painted_outside_of_tags_is_told(content, untagged):
    assert [words.text for words in read_tree(page(content)).untagged] == untagged
