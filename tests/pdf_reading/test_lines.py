"""A line of text is read in whichever way its strings are written."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from render.pdf_reading import read_tree, text_of

MAP = b"3 beginbfchar <0001> <0061> <0002> <0062> <2829> <0063> endbfchar"


def line(shown: bytes) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page().obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, ToUnicode=pdf.make_stream(MAP))
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC BT /F 12 Tf %s ET EMC" % shown)
    kid = Dictionary(Type=Name.MCR, MCID=0, Pg=page)
    element = pdf.make_indirect(Dictionary(S=Name.P, K=kid))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([element]))
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (b"[<0001> 20 <00020001>] TJ", "aba"),
        (b"[<0001> -.5 <> +3 <0002>] TJ", "ab"),
        (b"[<0001> (()) 4 <0002>] TJ", "acb"),  # brackets are codes too
        (b"[<0001> (a<) <0002>] TJ", "a\ufffdb"),
        (b"[<0001> [<0002>] << /A <0002> >> <0001>] TJ", "aa"),  # no strings of the line
        (b"[] TJ <0002> Tj", "b"),
        (b"<0001> ' 1 2 <0002> \"", "ab"),
    ],
)
def test_a_line_is_read_however_it_is_written(shown, text):
    assert text_of(read_tree(line(shown)).children[0]) == text
