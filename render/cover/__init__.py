"""The cover of every edition that has one, drawn from the theme."""

from render.cover.art import Cover, cover_art

__all__ = ["Cover", "cover_art"]
