"""Which script characters are in."""

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

RTL_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_SAMPLE_CHARACTERS = 4_000

# Block begin, script. An empty script stands for signs and for scripts that nothing here needs.
_SCRIPT_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, "Latn"),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0800, "Samr"),
    (0x0860, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, ""),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x18B0, ""),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1CC0, ""),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, ""),
    (0x2C60, "Latn"),
    (0x2C80, ""),
    (0x2D30, "Tfng"),
    (0x2D80, "Ethi"),
    (0x2DE0, "Cyrl"),
    (0x2E00, ""),
    (0x3041, "Kana"),
    (0x3100, ""),
    (0x3130, "Hang"),
    (0x3190, ""),
    (0x31F0, "Kana"),
    (0x3200, ""),
    (0x3400, "Hani"),
    (0xA000, ""),
    (0xA640, "Cyrl"),
    (0xA6A0, ""),
    (0xA720, "Latn"),
    (0xA800, ""),
    (0xAB00, "Ethi"),
    (0xAB30, "Latn"),
    (0xAB70, ""),
    (0xAC00, "Hang"),
    (0xD7B0, ""),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE70, "Arab"),
    (0xFEFF, ""),
    (0xFF21, "Latn"),
    (0xFF5B, ""),
    (0xFF66, "Kana"),
    (0xFFA0, ""),
    (0x10800, "Hebr"),
    (0x11000, ""),
    (0x1E900, "Adlm"),
    (0x1E960, ""),
    (0x20000, "Hani"),
    (0x32000, ""),
)
_STARTS = [start for start, _ in _SCRIPT_STARTS]


def dominant_script(text: str) -> str | None:
    """The script most letters are in (ISO 15924); None without letters.

    `Kana` stands for both Japanese syllabaries, `Hani` for Han in any form.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    # Most texts have one script: then there is nothing to count.
    scripts = {script_of(character) for character in set(sample)} - {""}
    if len(scripts) < 2:
        return next(iter(scripts), None)
    counts = count_scripts(sample)
    return max(counts, key=lambda script: (counts[script], script))


def count_scripts(text: str) -> Counter[str]:
    """How many letters of a text are in each script."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        script = script_of(character)
        if script:
            counts[script] += times
    return counts


# A text has few letters, and each is asked for again with every paragraph.
@lru_cache(maxsize=4_096)
def script_of(character: str) -> str:
    """The script of one letter (ISO 15924); empty for everything else."""
    if not character.isalpha():
        return ""
    return _SCRIPT_STARTS[bisect_right(_STARTS, ord(character)) - 1][1]
