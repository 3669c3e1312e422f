"""Ordinals written as a figure and a full stop, which ends no sentence: `am 12. März`."""

import re

# Languages that write them so.
_WITH_STOP = frozenset("bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr tr".split())
_ORDINAL = re.compile(r"(?<![\w.,])(?:[0-9]{1,3}|[IVXLC]+)\.\s*$")
# `LXXXVIII.` with a space on either side, and a few more behind it.
_LONGEST = 16
# In German every noun has a capital letter, and so every word that an ordinal belongs to. These
# have one at the beginning of a sentence only. (`Morgen`, `Weg` and the like are nouns too.)
_BEGINNERS = frozenset(
    "aber alle alles als also am an andere auch auf aus außerdem bei beide beim bis da dabei "
    "dadurch dafür daher damit danach daneben dann darauf darum das dass davon dazu dem den "
    "denn dennoch der des deshalb die dies diese diesem diesen dieser dieses doch dort du durch "
    "ein eine einem einen einer eines einige er es etwa für gegen hat heute hier hinzu ich ihr "
    "ihre im in inzwischen ist jede jeder jedes jedoch jetzt kein keine man manche mit nach "
    "nachdem neben nicht noch nun nur ob obwohl oder ohne schon sein seine seit seitdem sie so "
    "sogar sowie später trotz trotzdem um und unser unter viele vom von vor war warum was wegen "
    "weil weitere wenn wer wie wir wo während zu zudem zuletzt zum zur zwischen über".split()
)
_WORD = re.compile(r"\s*([^\W\d_]+)")


def has_ordinals_with_stop(lang: str) -> bool:
    """Whether a figure with a full stop is an ordinal in a language."""
    return lang.partition("-")[0].lower() in _WITH_STOP


def is_german_ordinal(before: str, after: str) -> bool:
    """Whether `before` ends with an ordinal that belongs to the word at the begin of `after`.

    A figure of three places or less, or a Roman numeral. `Es waren 12. Danach…` has none.
    """
    following = _WORD.match(after)
    if following is None or not _ORDINAL.search(before[-_LONGEST:]):
        return False
    word = following[1]
    return word.islower() or word.lower() not in _BEGINNERS
