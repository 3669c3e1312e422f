"""File names made from titles: ASCII, short, safe on every system."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 60

# Names Windows keeps for devices, with or without a suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)
# Letters that no decomposition turns into ASCII.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
# Kinds of characters that tell titles apart; apostrophes written as letters (Lm) do not.
_TELLING = frozenset({"Ll", "Lo", "Lt", "Lu", "Nd"})


def slug(text: str, *, ending: str = "") -> str:
    """A file name stem for `text`: `a-z0-9-`, at most 60 bytes; see `Slugs` for many.

    `ending` stands at the end, and the text is cut to the room it leaves. Where something
    that tells two texts apart finds no place - letters that are not Latin, an ending of more
    than 30 bytes - eight hexadecimal digits of a hash stand for it.
    """
    lowered, last = _lowered(text), _lowered(ending)
    words, end = _words(lowered), "-".join(_words(last))
    ends = [end] if end and len(end) <= MAX_BYTES // 2 else []
    if not words or _loses_letters(lowered + last) or len(end) > MAX_BYTES // 2:
        ends.append(_hash(f"{text} {ending}" if ending else text))
    room = MAX_BYTES - sum(len(f"-{each}") for each in ends)
    stem = "-".join((_fit(words, room) or "article", *ends))
    if _RESERVED.fullmatch(stem):
        stem = f"article-{stem}"
    return stem


class Slugs:
    """Slugs of their own for many texts; none is among `taken`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*taken}
        # The last number of each stem: counted from 2 again, 8000 rows of one name took 4 s.
        self._numbers: dict[str, int] = {}

    def give(self, text: str) -> str:
        """The slug of a text, with a number where it was given before."""
        stem = candidate = slug(text)
        while candidate in self._taken:
            number = self._numbers[stem] = self._numbers.get(stem, 1) + 1
            candidate = f"{stem}-{number}"
        self._taken.add(candidate)
        return candidate


def _lowered(text: str) -> str:
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.sub(r"[\u0300-\u036f'\u2019]", "", lowered)


def _words(lowered: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", lowered)


def _loses_letters(lowered: str) -> bool:
    """Whether it has letters or digits of another script than Latin."""
    return any(
        unicodedata.category(char) in _TELLING
        and not unicodedata.name(char, "").startswith("LATIN ")
        for char in lowered
        if not char.isascii()
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _fit(words: list[str], room: int) -> str:
    """As many whole words as fit; a single giant is cut."""
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:room]
        if len(longer) > room:
            break
        stem = longer
    return stem
