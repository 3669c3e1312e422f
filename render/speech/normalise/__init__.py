"""Written text to spoken text: what a newsreader makes of figures, signs and abbreviations."""

from render.speech.normalise.normalising import normalise

__all__ = ["normalise"]
