import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from render.pdf_reading import read_tree, text_of


def marked(text: str) -> bytes:
    return b"/P <</MCID 0>> BDC BT /F 12 Tf (%s) Tj ET EMC\n" % text.encode()


def two_paragraphs() -> bytes:
    """One on the page, one in a form of its own, as browsers print what is half transparent."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page().obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resources = Dictionary(Font=Dictionary(F=font))
    form = pdf.make_stream(marked("in the form"))
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    form.Resources, form.StructParents = resources, 1
    page.Resources = Dictionary(Font=resources.Font, XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(marked("on the page") + b"/X Do")
    page.StructParents = 0
    kids = [
        Dictionary(Type=Name.MCR, MCID=0, Pg=page),
        Dictionary(Type=Name.MCR, MCID=0, Pg=page, Stm=form),
    ]
    elements = [pdf.make_indirect(Dictionary(S=Name.P, K=kid)) for kid in kids]
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array(elements))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_number_of_marked_content_counts_in_its_own_stream():
    """ISO 32000-2, 14.7.5.2."""
    tree = read_tree(two_paragraphs())

    assert [text_of(tag) for tag in tree.children] == ["on the page", "in the form"]
