"""Written text to spoken text: what a newsreader makes of figures, signs and abbreviations."""

from render.speech.normalise.rules import normalise

__all__ = ["normalise"]
