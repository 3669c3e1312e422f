"""The print edition: four inks only, black text on one plate, an output intent, no links, tags."""

import io

import pikepdf
import pytest

from render.checks.verapdf import CHECK as VERAPDF
from render.errors import EngineError, UsageError
from render.pdf_reading import read_tree, spoken_text
from render.pdf_reading.claims import claimed_flavours
from render.plugins import CheckedFile, Subject
from render.renderers.pdf.inks import Inks
from render.renderers.pdf.profiles import cmyk_profile
from tests.renderers.pdf.laid_out import lay, press, request

BODY = (
    '<p>Words, <a href="https://example.org/">linked</a>, noted'
    '<sup><a id="c" role="doc-noteref" href="#n">1</a></sup>.</p>'
    '<p style="border: 1px solid #0b4f6c; background: #eeeeee">Framed</p>'
    '<p style="background: linear-gradient(red, rgba(0, 0, 255, 0.5))">Shaded</p>'
    '<img src="asset:red" alt="Red">'
    '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n"><p>So.</p>'
    '<p class="backlinks"><a href="#c">Back to text</a></p></li></ol></section>'
)


@pytest.fixture(scope="module")
def profile():
    return press()


@pytest.fixture(scope="module")
def data(profile):
    css = "@page { marks: crop; bleed: 7mm }"
    return lay(BODY, edition="print", css=css, cmyk_profile=profile).data


@pytest.fixture(scope="module")
def printed(data):
    return pikepdf.open(io.BytesIO(data))


def operators(pdf):
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image":
            holder = item.get("/PatternType") or item.get("/Subtype") == "/Form"
            yield from pikepdf.parse_content_stream(item) if holder else ()
    for page in pdf.pages:
        yield from pikepdf.parse_content_stream(page)


def test_no_colour_is_a_screens(printed):
    used = {str(each.operator) for each in operators(printed)}
    assert used & {"k", "K"}
    assert not used & {"rg", "RG", "g", "G"}
    spaces = {
        str(item.ColorSpace)
        for item in printed.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    }
    assert spaces == {"/DeviceCMYK"}


def test_black_text_is_on_one_plate(printed):
    inks = {
        tuple(map(float, each.operands)) for each in operators(printed) if str(each.operator) == "k"
    }
    assert (0, 0, 0, 1) in inks


def test_the_file_says_which_press_it_is_for(printed):
    (intent,) = printed.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFX"
    assert intent.DestOutputProfile.N == 4
    assert b'GTS_PDFXVersion="PDF/X-4"' in printed.Root.Metadata.read_bytes()
    assert str(printed.docinfo.Trapped) == "/False"
    assert printed.pdf_version == "1.6"


def test_transparency_and_gradients_are_mixed_in_the_inks_of_the_press(printed):
    groups = [
        str(each.Group.CS)
        for each in printed.objects
        if isinstance(each, pikepdf.Stream) and "/Group" in each
    ]
    shadings = [
        str(each.ColorSpace)
        for holder in printed.objects
        if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream)
        if "/Resources" in holder and "/Shading" in holder.Resources
        for each in holder.Resources.Shading.as_dict().values()
    ]
    assert set(groups) == {"/DeviceCMYK"}
    assert "/DeviceRGB" not in shadings
    assert "/DeviceCMYK" in shadings


def test_a_proof_is_read_as_every_edition_and_has_no_links(data):
    tree = read_tree(data)
    assert claimed_flavours(data) == ("ua1",)
    assert tree.untagged == ()
    assert spoken_text(tree).split("\n") == [
        *("Title", "Words, linked, noted 1 .", "Framed", "Shaded", "Red", "Notes", "1.", "So."),
    ]
    names = [tag.name for tag in tree.tags()]
    assert "Link" not in names
    assert {"Reference", "Note", "Figure"} <= set(names)
    assert [item.title for item in tree.outline] == ["Title", "Notes"]


@pytest.mark.validators("verapdf")
def test_verapdf_finds_a_proof_accessible(data):
    verdict = VERAPDF.run(Subject((CheckedFile("proof.pdf", "application/pdf", data),)))
    assert verdict.findings == ()


def test_without_tags_of_ours_nothing_is_made_for_a_press(profile, monkeypatch):
    monkeypatch.setattr("render.renderers.pdf.tagging.selfcheck.misfit", lambda: "a part is gone")
    with pytest.raises(EngineError, match="a part is gone"):
        lay("<p>Words.</p>", edition="print", cmyk_profile=profile)


def test_marks_stand_outside_the_bleed(printed):
    page = printed.pages[0]
    trim, bleed, media = (
        [float(each) for each in box] for box in (page.TrimBox, page.BleedBox, page.MediaBox)
    )
    assert media[0] < bleed[0] < trim[0]
    assert "/Annots" not in page


def test_greys_take_black_only_and_colours_go_through_the_profile(profile):
    inks = Inks(profile)
    assert inks.of(0.11, 0.105, 0.098) == (0, 0, 0, 1)
    assert inks.of(0.5, 0.5, 0.5) == (0, 0, 0, 0.5)
    assert inks.of(1, 1, 1) == (0, 0, 0, 0)
    cyan, magenta, yellow, _ = inks.of(1, 0, 0)
    assert magenta > 0.7 > cyan
    assert yellow > 0.7


def test_pictures_are_converted_and_damaged_ones_left_to_the_layout(profile):
    inks = Inks(profile)
    red = request("").assets["red"]
    assert inks.picture(red).media_type == "image/jpeg"
    damaged = type(red)("image/png", red.data[:30])
    assert inks.picture(damaged) is damaged


def test_a_profile_that_is_none_is_refused(tmp_path):
    path = tmp_path / "press.icc"
    with pytest.raises(UsageError, match="cannot be read"):
        cmyk_profile(str(path))
    path.write_bytes(b"nothing of the kind" * 20)
    with pytest.raises(UsageError, match="is not a profile for CMYK"):
        cmyk_profile(str(path))
