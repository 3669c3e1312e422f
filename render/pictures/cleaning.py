"""Pictures decoded in full and written anew: upright, sRGB, PNG or JPEG, without metadata."""

import io
import re
import threading
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageFile, ImageOps

from render.pictures.drawings import danger_of, is_drawing

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_JPEG_QUALITY = 90
_OUR_KINDS = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8|RIFF....WEBP",
    re.DOTALL,
)
# How AVIF and HEIC, BMP, TIFF, icons, JPEG 2000, JPEG XL and Photoshop files begin: pictures all
# the same, though no edition can hold them.
_OTHER_KINDS = re.compile(
    rb"....ftyp(?:avi|hei|hev|mi|msf)|BM....\0\0\0\0|II\*\0|MM\0\*|\0\0[\1\2]\0"
    rb"|\0\0\0\x0c(?:JXL|jP) |\xff\x0a|8BPS",
    re.DOTALL,
)
# Chunks that hold the picture and nothing about who made it, where or when.
_PLAIN_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA"})


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture fit for every edition."""

    data: bytes
    media_type: str
    width_px: int
    height_px: int


class UnusablePictureError(Exception):
    """Why a picture cannot be used, with the code of the finding and the remedy.

    `stops` is for what would exhaust the machine or is no picture at all.
    """

    def __init__(self, code: str, message: str, hint: str, *, stops: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.stops = stops


def clean_picture(data: bytes, pixels_limit: int) -> CleanPicture:
    """The picture as PNG or JPEG. Raises UnusablePictureError.

    A PNG that holds nothing but its picture is kept byte for byte. An animation
    becomes its first frame; CMYK, 16-bit and other colour spaces become sRGB of 8 bits.
    """
    if is_drawing(data):
        danger = danger_of(data)
        raise UnusablePictureError(
            "ASSET-007",
            f"this SVG drawing {danger}" if danger else "SVG pictures are not supported",
            "export the picture as PNG at the size it is shown",
            stops=bool(danger),
        )
    # Pillow warns of what we refuse ourselves.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _clean(data, pixels_limit)


def _clean(data: bytes, pixels_limit: int) -> CleanPicture:
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large("more pixels than any screen or page shows") from error
    except Exception as error:  # Pillow's plug-ins raise anything on hostile input.
        raise _of_no_kind(data) from error
    pixels = picture.width * picture.height
    if pixels > pixels_limit:
        raise _too_large(
            f"{pixels / 1e6:,.0f} megapixels, over the limit of {pixels_limit / 1e6:.0f}"
        )
    try:
        _load_in_full(picture)
        upright = ImageOps.exif_transpose(picture)
    except Exception as error:  # As above.
        raise _damaged() from error
    if picture.format == "PNG" and picture.mode in _MODES and _is_plain_png(data):
        return CleanPicture(data, "image/png", picture.width, picture.height)
    return _written(_in_srgb(upright).copy(), lossless=picture.format in {"PNG", "GIF"})


_loading = threading.Lock()


def _load_in_full(picture: Image.Image) -> None:
    """Decode all of the picture, or raise: WeasyPrint, once imported, lets Pillow take any part."""
    with _loading:
        tolerant = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            picture.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def _too_large(message: str) -> UnusablePictureError:
    return UnusablePictureError("ASSET-005", message, "scale the picture down", stops=True)


def _damaged() -> UnusablePictureError:
    return UnusablePictureError("ASSET-006", "the picture is damaged", "export or copy it again")


def _of_no_kind(data: bytes) -> UnusablePictureError:
    """The error for what Pillow cannot open: cut short, of another kind, or no picture."""
    if _OUR_KINDS.match(data):
        return _damaged()
    if _OTHER_KINDS.match(data):
        return UnusablePictureError(
            "ASSET-010", "it is not PNG, JPEG, WebP or GIF", "convert it to PNG or JPEG"
        )
    return UnusablePictureError(
        "ASSET-008", "it is not a picture", "put the picture itself there", stops=True
    )


def _written(picture: Image.Image, *, lossless: bool) -> CleanPicture:
    buffer = io.BytesIO()
    if lossless or picture.has_transparency_data:
        _keep_only_transparency(picture)
        picture.save(buffer, "PNG")
        return CleanPicture(buffer.getvalue(), "image/png", picture.width, picture.height)
    if picture.mode != "L":
        picture = picture.convert("RGB")
    picture.info.clear()
    picture.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return CleanPicture(buffer.getvalue(), "image/jpeg", picture.width, picture.height)


def _keep_only_transparency(picture: Image.Image) -> None:
    for key in set(picture.info) - {"transparency"}:
        del picture.info[key]


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        # Sixteen bits a sample; eight are what every format shows.
        return picture.convert("I").point(lambda sample: sample * (1 / 256)).convert("L")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        converted = _by_profile(picture, profile)
        if converted is not None:
            return converted
    return picture if picture.mode in _MODES else picture.convert("RGB")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _is_plain_png(data: bytes) -> bool:
    """Whether a PNG holds only chunks of the picture, and nothing after its end."""
    place = 8
    while place + 8 <= len(data):
        length = int.from_bytes(data[place : place + 4])
        kind = data[place + 4 : place + 8]
        if kind not in _PLAIN_CHUNKS:
            return False
        place += 12 + length
        if kind == b"IEND":
            return place == len(data)
    return False
