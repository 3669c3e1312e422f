"""What a user may choose about the PDF."""

from dataclasses import dataclass
from typing import Literal

from render.errors import UsageError

PageSize = Literal["a4", "a5", "letter", "magazine", "tabloid", "broadsheet"]
EditionName = Literal["accessible", "archive", "print"]

# CSS lengths. Tabloid and broadsheet are the trimmed pages of North American newspapers, and a
# magazine's is the usual one there.
PAGE_SIZES: dict[PageSize, str] = {
    "a4": "210mm 297mm",
    "a5": "148mm 210mm",
    "letter": "8.5in 11in",
    "magazine": "8.375in 10.875in",
    "tabloid": "11in 17in",
    "broadsheet": "15in 22.75in",
}

_SMALLEST_PT, _LARGEST_PT = 5, 48


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """The edition, the page, and the limits of the engine.

    `accessible` is PDF/UA-1 and PDF/A-3a in one file; `archive` is PDF/UA-2 and
    PDF/A-4f with WTPDF declarations and the article as JSON inside; both have the MathML
    of formulas. `print` is PDF/X-4, and PDF/UA-1 for its proofs. `contents` prints a
    table of contents with page numbers. `cmyk_profile` is the path of an ICC profile for `print`,
    else one of the system's; `crop_marks` adds marks, and 3.5 mm of bleed inside them.
    `text_size_pt` sets the size of the text, and all other sizes of letters with it.
    """

    edition: EditionName = "accessible"
    page_size: PageSize = "a4"
    contents: bool = False
    text_size_pt: float | None = None
    cmyk_profile: str | None = None
    crop_marks: bool = False
    time_limit_s: float = 120.0
    memory_limit_mb: int = 2000

    def __post_init__(self) -> None:
        _require("page size", self.page_size, tuple(PAGE_SIZES))
        _require("edition", self.edition, ("accessible", "archive", "print"))
        if self.edition != "print" and (self.crop_marks or self.cmyk_profile):
            raise UsageError(
                f"crop marks and CMYK profiles have no place in the '{self.edition}' edition",
                hint="ask for the 'print' edition",
            )
        if self.text_size_pt is not None and not _SMALLEST_PT <= self.text_size_pt <= _LARGEST_PT:
            raise UsageError(f"text can be from {_SMALLEST_PT} to {_LARGEST_PT} points large")
        if self.time_limit_s <= 0 or self.memory_limit_mb <= 0:
            raise UsageError("the limits of the PDF engine must be above 0")


def _require(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(f"no {what} is called '{value}'", hint=f"there are: {', '.join(known)}")
