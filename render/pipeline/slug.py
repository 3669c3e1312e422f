"""File names made from titles: ASCII, short, safe on every system."""

import hashlib
import re
import unicodedata
from collections.abc import Container

MAX_BYTES = 60

# Names Windows keeps for devices, with or without a suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)
# Letters that no decomposition turns into ASCII.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def slug(text: str, taken: Container[str] = ()) -> str:
    """A file name stem for `text`: `a-z0-9-`, at most 60 bytes, and not among `taken`.

    Text without a Latin letter or digit gives `article-` and eight hexadecimal
    digits of its hash, so that two such titles stay apart.
    """
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f'\u2019]", "", lowered))
    stem = _fit(words)
    if not stem:
        stem = "article-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    if _RESERVED.fullmatch(stem):
        stem = f"article-{stem}"
    return _distinct(stem, taken)


def _fit(words: list[str]) -> str:
    """As many whole words as fit; a single giant is cut."""
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:MAX_BYTES]
        if len(longer) > MAX_BYTES:
            break
        stem = longer
    return stem


def _distinct(stem: str, taken: Container[str]) -> str:
    number, candidate = 1, stem
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate
