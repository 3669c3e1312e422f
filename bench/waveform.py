"""A picture of a recording: one row a chapter, with its name, its start and its sound."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from render.theme import FontFace, load

MARGIN_PX = 44
COLUMN_PX = 3
RATE_HZ = 8000


def draw_chapters(file: Path, size_px: tuple[int, int]) -> Image.Image:
    """The chapters of a recording below each other, each as long as it is loud and lasts."""
    sound, chapters = _read(file)
    theme = load("default")
    colour = theme.tokens["colour"]
    picture = Image.new("RGB", size_px, colour["ground"])
    pen = ImageDraw.Draw(picture)
    bold, regular = (_font(theme.fonts, weight) for weight in (700, 400))
    row_px = (size_px[1] - 2 * MARGIN_PX) / len(chapters)
    longest = max(end - start for start, end, _title in chapters)
    for at, (start, end, title) in enumerate(chapters):
        top = MARGIN_PX + at * row_px
        clock = f"{int(start) // 60}:{int(start) % 60:02}"
        indent = MARGIN_PX + 64
        pen.text((MARGIN_PX, top), clock, fill=colour["muted"], font=regular)
        shown = _shortened(title, bold, size_px[0] - indent - MARGIN_PX)
        pen.text((indent, top), shown, fill=colour["text"], font=bold)
        width = (size_px[0] - 2 * MARGIN_PX) * (end - start) / longest
        middle, reach = top + 92, min(46, row_px / 2 - 40)
        pen.line((MARGIN_PX, middle, MARGIN_PX + width, middle), fill=colour["rule"])
        samples = sound[int(start * RATE_HZ) : int(end * RATE_HZ)]
        for column, level in enumerate(_levels(samples, int(width) // COLUMN_PX)):
            left = MARGIN_PX + column * COLUMN_PX
            height = max(1.0, level * reach)
            box = (left, middle - height, left + COLUMN_PX - 2, middle + height)
            pen.rectangle(box, fill=colour["accent"])
    return picture


def _read(file: Path) -> tuple[np.ndarray, list[tuple[float, float, str]]]:
    with av.open(str(file)) as container:
        chapters = [
            (
                float(each["start"] * Fraction(each["time_base"] or 0)),
                float(each["end"] * Fraction(each["time_base"] or 0)),
                each["metadata"].get("title", ""),
            )
            for each in container.chapters()
        ]
        resampler = av.AudioResampler("flt", "mono", RATE_HZ)
        parts = [
            part.to_ndarray()[0]
            for frame in container.decode(audio=0)
            for part in resampler.resample(frame)
        ]
    return np.concatenate(parts), chapters


def _levels(samples: np.ndarray, columns: int) -> np.ndarray:
    whole = samples[: len(samples) // columns * columns].reshape(columns, -1)
    levels = np.sqrt((whole**2).mean(axis=1))
    return levels / max(float(levels.max()), 1e-6)


def _shortened(title: str, font: ImageFont.FreeTypeFont, width_px: float) -> str:
    words = title.split()
    while len(words) > 1 and font.getlength(" ".join(words)) > width_px:
        words = [*words[:-1][: len(words) - 2], f"{words[-2].rstrip('… ,')}…"]
    return " ".join(words)


def _font(fonts: tuple[FontFace, ...], weight: int) -> ImageFont.FreeTypeFont:
    face = next(each for each in fonts if each.weight == weight and each.style == "normal")
    return ImageFont.truetype(face.path, 24)
