"""What differs between the markup of the page, the PDF and the EPUB."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from render.labels import Labels


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to write an article: its syntax, its words of interface, and where its parts are.

    `asset_url` gives the URL of an asset by id; an asset without one is shown as text.
    `page_starts` gives the folios of the printed pages that an element id opens.
    With `extended_description="linked"` the descriptions of pictures are not part of
    the body: `descriptions()` gives them, `description_url` says where each will be
    (by description id), and `text_url` is the way back from there.
    In an edition the title is a heading of `title_level`, and where one file holds many
    articles, the ids of our own elements begin with `prefix`, as those of the article do.
    """

    labels: Labels
    xhtml: bool = False
    epub: bool = False
    scroll_regions: bool = False
    asset_url: Mapping[str, str] = field(default_factory=dict)
    page_starts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extended_description: Literal["inline", "linked"] = "inline"
    description_url: Mapping[str, str] = field(default_factory=dict)
    text_url: str = ""
    title_level: int = 1
    prefix: str = ""
