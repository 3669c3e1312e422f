"""The PDF: laid out by WeasyPrint in a cage, tagged by our own tagger."""

from render.renderers.pdf.renderer import RENDERER

__all__ = ["RENDERER"]
