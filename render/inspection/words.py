"""Text to words, in one way for the article and for every format."""

import re
import unicodedata
from itertools import islice

# Scripts written without spaces count letter by letter: where a line may break
# anywhere, no extractor can tell a break from a space.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# Said to be invisible by Unicode, and inserted or dropped freely by layout.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, compatibility-folded, case dropped."""
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return _WORD.findall(folded)


def is_prose(text: str, least: int) -> bool:
    """Whether `least` words are neither names nor figures: a guess of a language needs some."""
    found = (word.strip(".,;:!?…«»“”\"'()[]—–") for word in text.split())
    own = (word for word in found if word.isalpha() and not word[0].isupper())
    return len(list(islice(own, least))) == least
