"""Words that stand where a title or an alternative should, and say nothing."""

from __future__ import annotations

import re

_PICTURE_FILE = re.compile(r"\S+\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)", re.IGNORECASE)
_TEXT_FILE = re.compile(r"\S+\.(x?html?|docx?|odt|pdf|indd|md|txt|tex)", re.IGNORECASE)
_ANY_PICTURE = frozenset(
    "image picture photo graphic img figure illustration bild imagen".split(),
)
_ANY_DOCUMENT = frozenset(
    {
        "document",
        "document1",
        "new document",
        "sans titre",
        "unknown",
        "untitled",
        "untitled document",
    }
)


def is_picture_file(words: str, source: str = "") -> bool:
    """Whether an alternative is the name of a file: of any, or of `source` without its suffix."""
    name = source.rpartition("/")[2]
    return bool(words) and (
        _PICTURE_FILE.fullmatch(words) is not None or words in {name, name.rpartition(".")[0]}
    )


def is_any_picture(words: str) -> bool:
    """Whether an alternative says no more than that there is a picture."""
    return words.casefold() in _ANY_PICTURE


def is_any_title(title: str) -> bool:
    """Whether a title is a file's name, or one that every document could have."""
    words = " ".join(title.split())
    return words.casefold() in _ANY_DOCUMENT or _TEXT_FILE.fullmatch(words) is not None
