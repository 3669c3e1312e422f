"""Character maps of fonts, mended before the file is written."""

from __future__ import annotations

from render.renderers.pdf.untyped import PdfFile

# A word joiner: it has no width, breaks no word and leaves the joining of letters alone.
_NOTHING = b"<2060>"


def name_silent_glyphs(pdf: PdfFile) -> None:
    """Give a character to each glyph that stands for none by itself.

    Noto Naskh draws the dots of Arabic letters as glyphs of their own; WeasyPrint 70
    maps them to an empty string, which no CMap may hold (ISO 32000-1, 9.10.3).
    """
    for written in pdf.objects:
        stream = getattr(written, "stream", None)
        if isinstance(stream, list) and b"begincmap" in stream:
            written.stream = [
                line.removesuffix(b"<>") + _NOTHING if line.endswith(b" <>") else line
                for line in stream
            ]
