"""Pictures decoded in full and written anew: upright, sRGB, PNG or JPEG, without metadata."""

from render.pictures.cleaning import CleanPicture, UnusablePictureError, clean_picture

__all__ = ["CleanPicture", "UnusablePictureError", "clean_picture"]
