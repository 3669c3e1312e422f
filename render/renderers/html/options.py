"""What users may choose about the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """`embed_fonts` puts the theme's typeface into the page, about 100 kB; else the reader's."""

    embed_fonts: bool = True
