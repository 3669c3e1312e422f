"""One-edit defects to plant in a finished file for a press, and the code that must name each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

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
        version = "1.7" if mutant.code == "PDFX-101" else ""
        locked = pikepdf.Encryption(owner="o", user="u") if mutant.code == "PDFX-102" else False
        pdf.save(out, min_version=version, encryption=locked)
    found = out.getvalue()
    # The library writes an identifier into every file.
    return re.sub(rb"/ID \[", b"/IX [", found) if mutant.code == "PDFX-103" else found


def _nothing(pdf):
    """Planted when the file is saved."""


def _xmp(old, new):
    def edit(pdf):
        packet = pdf.Root.Metadata.read_bytes()
        assert re.search(old, packet)
        pdf.Root.Metadata.write(re.sub(old, new, packet))

    return edit


def _info(key, value):
    def edit(pdf):
        pdf.docinfo[key] = value

    return edit


def _opening(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _turning(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.Print))


def _intent(change):
    def edit(pdf):
        change(pdf.Root.OutputIntents[0])

    return edit


def _no_intent(pdf):
    del pdf.Root.OutputIntents


def _screen_profile(intent):
    data = bytearray(intent.DestOutputProfile.read_bytes())
    data[16:20] = b"RGB "
    intent.DestOutputProfile.write(bytes(data))


def _monitor_profile(intent):
    data = bytearray(intent.DestOutputProfile.read_bytes())
    data[12:16] = b"mntr"
    intent.DestOutputProfile.write(bytes(data))


def _without(key):
    def change(holder):
        del holder[key]

    return change


def _page(change):
    def edit(pdf):
        change(pdf.pages[0].obj)

    return edit


def _box(name, value):
    def change(page):
        page[name] = Array(value)

    return change


def _link(page):
    page.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([50, 50, 90, 60]))])


def _rgb_group(page):
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _painted(content):
    def edit(pdf):
        page = pdf.pages[0]
        page.contents_add(content)

    return edit


def _resource(kind, name, value, content):
    def edit(pdf):
        page = pdf.pages[0]
        if kind not in page.Resources:
            page.Resources[kind] = Dictionary()
        held = value(pdf) if callable(value) else value
        page.Resources[kind][name] = held
        page.contents_add(content)

    return edit


def _picture(**values):
    def make(pdf):
        made = pdf.make_stream(b"\0\0\0")
        made.Type, made.Subtype = Name.XObject, Name.Image
        made.Width = made.Height = 1
        made.BitsPerComponent, made.ColorSpace = 8, Name.DeviceGray
        for key, value in values.items():
            made[f"/{key}"] = value
        return made

    return make


def _form(content, **values):
    def make(pdf):
        made = pdf.make_stream(content)
        made.Type, made.Subtype = Name.XObject, Name.Form
        made.BBox = Array([0, 0, 9, 9])
        for key, value in values.items():
            made[f"/{key}"] = value
        return made

    return make


def _pattern(pdf):
    made = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f")
    made.PatternType, made.PaintType, made.TilingType = 1, 1, 1
    made.BBox, made.XStep, made.YStep = Array([0, 0, 9, 9]), 9, 9
    return made


def _screen_profile_space(pdf):
    profile = pdf.make_stream(b"")
    profile.N = 3
    return Array([Name.ICCBased, profile])


def _no_font_file(pdf):
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in each:
                    del each[key]


_GRADIENT = Dictionary(
    PatternType=2, Shading=Dictionary(ShadingType=2, ColorSpace=Array([Name.CalRGB, Dictionary()]))
)
_INDEXED = Array([Name.Indexed, Name.DeviceRGB, 0, String("\0\0\0")])
_TINT = Array([Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary()])

MUTANTS = (
    Mutant("too new a version", "PDFX-101", _nothing),
    Mutant("encrypted", "PDFX-102", _nothing),
    Mutant("no identifier", "PDFX-103", _nothing),
    Mutant("another PDF/X", "PDFX-104", _xmp(rb"PDF/X-4", b"PDF/X-9")),
    Mutant("no date of the metadata", "PDFX-105", _xmp(rb' xmp:MetadataDate="[^"]*"', b"")),
    Mutant("no id of the document", "PDFX-105", _xmp(rb'xmpMM:DocumentID="[^"]*"', b"")),
    Mutant("trapping not known", "PDFX-106", _info("/Trapped", Name.Unknown)),
    Mutant("two titles", "PDFX-107", _info("/Title", String("Another"))),
    Mutant("two dates", "PDFX-107", _info("/ModDate", String("D:20200101000000Z"))),
    Mutant("a script on opening", "PDFX-108", _opening),
    Mutant("an action of a page", "PDFX-108", _turning),
    Mutant("no output intent", "PDFX-110", _no_intent),
    Mutant("intent without profile", "PDFX-111", _intent(_without("/DestOutputProfile"))),
    Mutant("profile of a screen", "PDFX-111", _intent(_screen_profile)),
    Mutant("profile of a monitor", "PDFX-111", _intent(_monitor_profile)),
    Mutant("no condition named", "PDFX-112", _intent(_without("/OutputConditionIdentifier"))),
    Mutant("no trim", "PDFX-120", _page(_without("/TrimBox"))),
    Mutant("trim and art", "PDFX-120", _page(_box("/ArtBox", [0, 0, 9, 9]))),
    Mutant("half a box", "PDFX-120", _page(_box("/TrimBox", [0, 0]))),
    Mutant("trim beyond bleed", "PDFX-121", _page(_box("/TrimBox", [-15, 0, 9, 9]))),
    Mutant("bleed beyond the page", "PDFX-121", _page(_box("/BleedBox", [-99, -9, 900, 900]))),
    Mutant("a link on the page", "PDFX-122", _page(_link)),
    Mutant("RGB fill", "PDFX-130", _painted(b"1 0 0 rg 0 0 9 9 re f")),
    Mutant("RGB line", "PDFX-130", _painted(b"1 0 0 RG 0 0 m 9 9 l S")),
    Mutant("RGB space", "PDFX-130", _painted(b"/DeviceRGB cs 1 0 0 sc 0 0 9 9 re f")),
    Mutant("RGB in the page", "PDFX-130", _painted(b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")),
    Mutant(
        "RGB picture",
        "PDFX-130",
        _resource("/XObject", "/Im9", _picture(ColorSpace=Name.DeviceRGB), b"/Im9 Do"),
    ),
    Mutant(
        "RGB palette",
        "PDFX-130",
        _resource("/XObject", "/Im9", _picture(ColorSpace=_INDEXED), b"/Im9 Do"),
    ),
    Mutant(
        "RGB in a form",
        "PDFX-130",
        _resource("/XObject", "/Fm9", _form(b"0 1 0 rg"), b"/Fm9 Do"),
    ),
    Mutant(
        "RGB in a pattern",
        "PDFX-130",
        _resource("/Pattern", "/P9", _pattern, b"/Pattern cs /P9 scn 0 0 9 9 re f"),
    ),
    Mutant("RGB tint", "PDFX-130", _resource("/ColorSpace", "/Cs9", _TINT, b"/Cs9 cs 1 scn")),
    Mutant(
        "RGB profile",
        "PDFX-131",
        _resource("/ColorSpace", "/Cs9", _screen_profile_space, b"/Cs9 CS 1 0 0 SC"),
    ),
    Mutant(
        "calibrated gradient",
        "PDFX-131",
        _resource("/Pattern", "/P9", _GRADIENT, b"/Pattern cs /P9 scn 0 0 9 9 re f"),
    ),
    Mutant("text in four inks", "PDFX-132", _painted(b"BT .7 .6 .6 .8 k (x) Tj ET")),
    Mutant(
        "RGB group",
        "PDFX-133",
        _resource(
            "/XObject",
            "/Fm9",
            _form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
            b"/Fm9 Do",
        ),
    ),
    Mutant(
        "RGB group of a page",
        "PDFX-133",
        _page(_rgb_group),
    ),
    Mutant(
        "blend mode of nobody",
        "PDFX-134",
        _resource("/ExtGState", "/G9", Dictionary(BM=Name.Dissolve), b"/G9 gs"),
    ),
    Mutant(
        "transfer curve",
        "PDFX-135",
        _resource("/ExtGState", "/G9", Dictionary(TR=Dictionary(FunctionType=2)), b"/G9 gs"),
    ),
    Mutant("font left out", "PDFX-140", _no_font_file),
    Mutant(
        "PostScript drawn",
        "PDFX-141",
        _resource("/XObject", "/Im9", _picture(Subtype=Name.PS), b"/Im9 Do"),
    ),
    Mutant(
        "another form of a picture",
        "PDFX-141",
        _resource("/XObject", "/Im9", _picture(Alternates=Array([])), b"/Im9 Do"),
    ),
)
