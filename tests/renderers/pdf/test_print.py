"""The print edition: four inks only, black text on one plate, an output intent, no links."""

import io

import pikepdf
import pytest

from render.errors import UsageError
from render.renderers.pdf.inks import Inks
from render.renderers.pdf.profiles import cmyk_profile
from tests.renderers.pdf.laid_out import lay, request

BODY = (
    '<p>Words, <a href="https://example.org/">linked</a>.</p>'
    '<p style="border: 1px solid #0b4f6c; background: #eeeeee">Framed</p>'
    '<img src="asset:red" alt="Red">'
)


@pytest.fixture(scope="module")
def profile():
    try:
        return cmyk_profile(None)
    except UsageError:
        pytest.skip("no CMYK profile on this system")


@pytest.fixture(scope="module")
def printed(profile):
    css = "@page { marks: crop; bleed: 7mm }"
    response = lay(BODY, edition="print", css=css, cmyk_profile=profile)
    return pikepdf.open(io.BytesIO(response.data))


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
