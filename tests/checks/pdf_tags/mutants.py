"""One-edit defects to plant in a finished PDF, and the code that must name each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Edit = Callable[[Pdf], None]


@dataclass(frozen=True)
class Mutant:
    """A defect: `edit` changes the open file."""

    name: str
    code: str
    edit: Edit


def planted(mutant: Mutant, data: bytes) -> bytes:
    """The file with the defect in it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mutant.edit(pdf)
        pdf.save(out)
    return out.getvalue()


def elements(pdf: Pdf, *types: str) -> list[pikepdf.Object]:
    """The elements of these types, in order."""
    return [each for each in _walk(pdf.Root.StructTreeRoot) if str(each.S)[1:] in types]


def _walk(owner: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(owner):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _walk(kid)


def _kids(owner: pikepdf.Object) -> list:
    kids: Any = owner.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _no_tags(pdf):
    del pdf.Root.StructTreeRoot


def _not_marked(pdf):
    pdf.Root.MarkInfo = Dictionary(Marked=False)


def _language(value):
    def edit(pdf):
        pdf.Root.Lang = String(value)

    return edit


def _no_title(pdf):
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def _title_file_name(pdf):
    pdf.docinfo["/Title"] = String("article.docx")


def _title_hidden(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_lang_on_span(pdf):
    for each in _walk(pdf.Root.StructTreeRoot):
        if "/Lang" in each:
            del each["/Lang"]


def _untagged(pdf):
    stream = pdf.pages[0].Contents
    content = stream.read_bytes()
    at = content.rindex(b"/Artifact")
    end = content.index(b"BDC", at) + 3
    close = content.index(b"EMC", end)
    stream.write(content[:at] + content[end:close] + content[close + 3 :])


def _text_as_artifact(pdf):
    """The first paragraph of the body becomes layout."""
    paragraph = max(elements(pdf, "P"), key=lambda each: len(_numbers(each)))
    number = _numbers(paragraph)[0]
    page = next(p for p in pdf.pages if p.obj.objgen == _page(paragraph).objgen)
    content = page.Contents.read_bytes()
    begin = content.rindex(b"/P", 0, content.index(b"<</MCID %d>>" % number))
    end = content.index(b"BDC", begin)
    page.Contents.write(content[:begin] + b"/Artifact <</Type /Layout>> " + content[end:])


def _numbers(element) -> list[int]:
    return [int(kid) for kid in _kids(element) if isinstance(kid, int)]


def _page(element):
    return element.get("/Pg") or element.P.get("/Pg")


def _furniture_tagged(pdf):
    """The running heads of all pages are read in the text."""
    root = elements(pdf, "Document")[0]
    for page in pdf.pages:
        content = page.Contents.read_bytes()
        at = content.find(b"/Header")
        if at < 0:
            continue
        begin, end = content.rindex(b"/Artifact", 0, at), content.index(b"BDC", at)
        page.Contents.write(content[:begin] + b"/P <</MCID 900>> " + content[end:])
        kid = pdf.make_indirect(Dictionary(S=Name.P, P=root, Pg=page.obj, K=900))
        root.K.append(kid)


def _cut_list(pdf):
    """The items of a list on the next page become a list of their own."""
    for each in elements(pdf, "L"):
        items = _kids(each)
        pages = [_first_page(pdf, item) for item in items]
        cut = next((n for n in range(1, len(items)) if pages[n] == pages[n - 1] + 1), None)
        if cut is None:
            continue
        rest = pdf.make_indirect(Dictionary(S=Name.L, P=each.P, K=Array(items[cut:])))
        if "/A" in each:
            rest.A = each.A
        each.K = Array(items[:cut])
        around = each.P
        kids = _kids(around)
        place = next(
            n
            for n, kid in enumerate(kids)
            if isinstance(kid, Dictionary) and kid.objgen == each.objgen
        )
        around.K = Array([*kids[: place + 1], rest, *kids[place + 1 :]])
        return
    raise AssertionError("no list runs over a page")


def _first_page(pdf, element) -> int:
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    for each in (element, *_walk(element)):
        for kid in _kids(each):
            page = kid.get("/Pg") if isinstance(kid, Dictionary) else None
            page = page or each.get("/Pg")
            if page is not None:
                return numbers[page.objgen]
    return -9


def _marks_in_form(pdf):
    page = pdf.pages[0]
    form = pdf.make_stream(b"/P <</MCID 0>> BDC EMC")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    if "/XObject" not in page.Resources:
        page.Resources.XObject = Dictionary()
    page.Resources.XObject["/Fm0"] = form


def _no_tab_order(pdf):
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


def _no_bookmarks(pdf):
    del pdf.Root.Outlines


def _bookmark_renamed(pdf):
    pdf.Root.Outlines.First.Title = String("Something else")


def _without(key, *types):
    def edit(pdf):
        for each in elements(pdf, *types):
            if key in each:
                del each[key]

    return edit


def _alternative(value):
    def edit(pdf):
        elements(pdf, "Figure")[0].Alt = String(value)

    return edit


def _box(pdf):
    attributes = elements(pdf, "Figure")[0].A
    (attributes[0] if isinstance(attributes, Array) else attributes).BBox = Array(
        [0, 5000, 10, 5010]
    )


def _renamed(old, new, count=1):
    def edit(pdf):
        for each in elements(pdf, old)[:count]:
            each.S = Name("/" + new)

    return edit


def _first_item_unwrapped(pdf):
    item = elements(pdf, "LI")[0]
    item.K = Array([*_kids(item), Dictionary(S=Name.P, P=item, K=Array())])


def _same_label(pdf):
    """Two items of a numbered list change places."""
    for each in elements(pdf, "L"):
        kids = _kids(each)
        if "Decimal" in str(each.get("/A", "")) or "Decimal" in repr(each.get("/A", "")):
            each.K = Array([kids[1], kids[0], *kids[2:]])
            return
    raise AssertionError("no numbered list")


def _cell_lost(pdf):
    row = next(each for each in elements(pdf, "TR") if len(_kids(each)) > 2)
    row.K = Array(_kids(row)[:-1])


def _headers(value):
    def edit(pdf):
        for each in elements(pdf, "TD"):
            attributes = each.get("/A")
            for group in [attributes] if isinstance(attributes, Dictionary) else attributes or []:
                if isinstance(group, Dictionary) and "/Headers" in group:
                    group.Headers = Array([String(value)])
                    return

    return edit


def _wrong_column(pdf):
    """A cell is announced with the header of the column beside its own."""
    heads = [each for each in elements(pdf, "TH") if "/ID" in each]
    _headers(str(heads[2].ID))(pdf)


def _no_scope(pdf):
    """No header says of what, and no cell names its headers."""
    for each in elements(pdf, "TH", "TD"):
        if "/A" in each:
            del each["/A"]


def _link_without_annotation(pdf):
    link = elements(pdf, "Link")[0]
    link.K = Array(
        [kid for kid in _kids(link) if isinstance(kid, int) or kid.get("/Type") != "/OBJR"]
    )


def _contents(value):
    def edit(pdf):
        for page in pdf.pages:
            for each in page.obj.get("/Annots", []):
                if value is None:
                    del each["/Contents"]
                else:
                    each.Contents = String(value)

    return edit


def _loose_link(pdf):
    annotation = next(each for page in pdf.pages for each in page.obj.get("/Annots", []))
    del annotation["/StructParent"]


def _empty_paragraph(pdf):
    root = elements(pdf, "Document")[0]
    root.K.append(pdf.make_indirect(Dictionary(S=Name.P, P=root)))


def _letters_lost(pdf):
    """Every font loses what its signs mean."""
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/ToUnicode" in each:
            each.ToUnicode = pdf.make_stream(b"")


MUTANTS = (
    Mutant("tags missing", "PDF-101", _no_tags),
    Mutant("not marked as tagged", "PDF-102", _not_marked),
    Mutant("language missing", "PDF-103", _language("")),
    Mutant("language no tag", "PDF-103", _language("English")),
    Mutant("language wrong", "PDF-104", _language("fr")),
    Mutant("title missing", "PDF-105", _no_title),
    Mutant("title a file name", "PDF-105", _title_file_name),
    Mutant("title not shown", "PDF-106", _title_hidden),
    Mutant("foreign passage untagged", "PDF-107", _no_lang_on_span),
    Mutant("artifact not marked", "PDF-108", _untagged),
    Mutant("text in a form", "PDF-109", _marks_in_form),
    Mutant("order of the Tab key", "PDF-110", _no_tab_order),
    Mutant("bookmarks missing", "PDF-111", _no_bookmarks),
    Mutant("bookmark renamed", "PDF-112", _bookmark_renamed),
    Mutant("text as artifact", "PDF-120", _text_as_artifact),
    Mutant("running head tagged", "PDF-121", _furniture_tagged),
    Mutant("list cut at the page end", "PDF-122", _cut_list),
    Mutant("empty paragraph", "PDF-124", _empty_paragraph),
    Mutant("letters lost", "PDF-125", _letters_lost),
    Mutant("type unknown", "PDF-130", _renamed("BlockQuote", "Citation")),
    Mutant("meaning lost", "PDF-131", _renamed("BlockQuote", "NonStruct")),
    Mutant("paragraph in an item", "PDF-132", _first_item_unwrapped),
    Mutant("numbering missing", "PDF-133", _without("/A", "L")),
    Mutant("items out of order", "PDF-134", _same_label),
    Mutant("row outside of a table", "PDF-140", _renamed("THead", "Sect")),
    Mutant("headers made plain", "PDF-141", _renamed("TH", "TD", 99)),
    Mutant("scope missing", "PDF-142", _no_scope),
    Mutant("header not there", "PDF-143", _headers("nowhere")),
    Mutant("cell lost", "PDF-144", _cell_lost),
    Mutant("cell under another column", "PDF-145", _wrong_column),
    Mutant("alternative missing", "PDF-150", _without("/Alt", "Figure")),
    Mutant("alternative a file name", "PDF-151", _alternative("tide.png")),
    Mutant("formula without words", "PDF-152", _without("/Alt", "Formula")),
    Mutant("picture outside the page", "PDF-153", _box),
    Mutant("link leads nowhere", "PDF-154", _link_without_annotation),
    Mutant("contents missing", "PDF-155", _contents(None)),
    Mutant("contents an address", "PDF-155", _contents("https://example.org/")),
    Mutant("link outside the tree", "PDF-156", _loose_link),
    Mutant("note without identifier", "PDF-157", _without("/ID", "Note")),
)
