"""Fonts, pictures, graphics states and transparency groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from render.checks.pdf_x import spaces
from render.checks.pdf_x.faults import Fault

if TYPE_CHECKING:
    from pikepdf import Object

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
# ISO 32000-1, 11.3.5.
_BLEND_MODES = frozenset(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn"
    " /HardLight /SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity".split()
)


def font_faults(font: Object, page: int) -> Iterator[Fault]:
    """A font must travel with the file (ISO 15930-7)."""
    if font.get("/Subtype") == "/Type3":
        return  # its glyphs are drawings in the file
    descendants: Any = font.get("/DescendantFonts", [font])
    descriptor = descendants[0].get("/FontDescriptor")
    if descriptor is None or not any(name in descriptor for name in _FONT_FILES):
        name = str(font.get("/BaseFont", "/?"))[1:]
        yield Fault("PDFX-140", f"the font '{name}' is not in the file", page)


def image_faults(image: Object, page: int) -> Iterator[Fault]:
    """A picture must be whole, in the file, and the only one of its kind."""
    if image.get("/Subtype") != "/Image":
        yield Fault("PDFX-141", f"a {str(image.get('/Subtype', ''))[1:]} object is drawn", page)
    for key, what in (("/Alternates", "another form"), ("/OPI", "a stand-in"), ("/F", "a file")):
        if key in image:
            yield Fault("PDFX-141", f"a picture has {what} outside of it", page)


def state_faults(state: Object, page: int) -> Iterator[Fault]:
    """A graphics state may not change the curves of the press."""
    for key in ("/TR", "/TR2", "/HTP"):
        if key in state and state[key] not in ("/Default", "/Identity"):
            yield Fault("PDFX-135", f"a transfer curve ({key[1:]}) changes what is printed", page)
    modes = state.get("/BM", "/Normal")
    names = {str(modes)} if str(modes).startswith("/") else {str(each) for each in modes}
    for mode in sorted(names - _BLEND_MODES):
        yield Fault("PDFX-134", f"the blend mode '{mode[1:]}' is not of the standard", page)


def group_faults(group: Any, page: int) -> Iterator[Fault]:  # noqa: ANN401
    """Transparency must be blended in inks, or in the colours of the output intent."""
    if group is not None and spaces.screen_kind(group.get("/CS"), {}):
        yield Fault("PDFX-133", "transparency is blended in colours of a screen (RGB)", page)
