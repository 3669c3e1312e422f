"""Colours as four inks: text in pure black, everything else through the printer's profile."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

from render.renderers.pdf.request import AssetData
from render.renderers.pdf.untyped import PdfObject

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_Ink = tuple[float, float, float, float]
# A dark colour with hardly a hue is black to a reader, and must not need four plates in register.
_DARKEST_TEXT = 0.25
_LEAST_HUE = 0.06


class Inks:
    """Converts screen colours to the inks of one CMYK profile (relative colorimetric)."""

    def __init__(self, profile: bytes) -> None:
        from PIL import ImageCms

        self._transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        self.of = cache(self._of)

    def picture(self, asset: AssetData) -> AssetData:
        """The picture in four inks, transparency laid on white; greys stay grey."""
        from PIL import Image, ImageCms, UnidentifiedImageError

        try:
            with Image.open(io.BytesIO(asset.data)) as opened:
                image = _flat(opened)
        except (UnidentifiedImageError, OSError):
            return asset  # the layout tells of it, as in the other editions
        out = io.BytesIO()
        if image.mode == "L":
            image.save(out, "PNG")
            return AssetData("image/png", out.getvalue())
        if image.mode == "RGB":
            converted = ImageCms.applyTransform(image, self._transform)
            image = converted if converted is not None else image
        image.save(out, "JPEG", quality=95, subsampling=0)
        return AssetData("image/jpeg", out.getvalue())

    def _of(self, red: float, green: float, blue: float) -> _Ink:
        """The inks of a colour; all values from 0 to 1."""
        lightest, darkest = max(red, green, blue), min(red, green, blue)
        if lightest - darkest <= _LEAST_HUE:
            is_text = lightest <= _DARKEST_TEXT
            return (0.0, 0.0, 0.0, 1.0 if is_text else round(1 - (lightest + darkest) / 2, 4))
        from PIL import Image, ImageCms

        pixel = Image.new("RGB", (1, 1), tuple(round(255 * each) for each in (red, green, blue)))
        converted = ImageCms.applyTransform(pixel, self._transform)
        inks = converted.getpixel((0, 0)) if converted is not None else (0, 0, 0, 255)
        cyan, magenta, yellow, black = inks if isinstance(inks, tuple) else (0, 0, 0, 255)
        return (
            round(cyan / 255, 4),
            round(magenta / 255, 4),
            round(yellow / 255, 4),
            round(black / 255, 4),
        )


def stream_class(parent: type, inks: Inks) -> type:
    """A class to paint the pages of one document with, in inks."""
    return type("InkStream", (_Inking, parent), {"inks": inks})


class _Inking:
    """Writes every screen colour as inks; mixed into a stream, and into those made from it."""

    inks: Inks
    stream: list[Any]
    # Transparency is blended, and gradients run, in the colours of the press.
    _default_color_space = "/DeviceCMYK"

    def set_color_rgb(self, red: float, green: float, blue: float, stroke: bool = False) -> None:  # noqa: FBT001, FBT002 - as the engine calls it
        """Set the colour of fills, or of lines."""
        operands = " ".join(f"{each:g}" for each in self.inks.of(red, green, blue))
        self.stream.append(f"{operands} {'K' if stroke else 'k'}".encode())

    def create_interpolation_function(
        self, domain: object, c0: tuple[float, ...], c1: tuple[float, ...], n: float
    ) -> PdfObject:
        """The function of a gradient between two colours; one between opacities as it is."""
        ends = [self.inks.of(*end) if len(end) == 3 else end for end in (c0, c1)]
        return super().create_interpolation_function(domain, *ends, n)  # type: ignore[misc]

    def clone(self, **values: object) -> object:
        """A stream for a pattern or a group, in inks too."""
        plain = super().clone(**values)  # type: ignore[misc]
        plain.__class__ = stream_class(type(plain), self.inks)
        return plain


def _flat(opened: Picture) -> Picture:
    from PIL import Image, ImageOps

    image: Picture = ImageOps.exif_transpose(opened)
    if image.mode in {"L", "CMYK"}:
        return image
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        image = ground
    return image.convert("L" if opened.mode in {"1", "LA", "I;16"} else "RGB")
