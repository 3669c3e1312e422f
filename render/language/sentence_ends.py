"""Where sentences end: sentencex, and a pass that undoes its splits after abbreviations."""

import re

from render.language.ordinals import is_german_ordinal

# Always followed by what belongs to them, a name or a number.
_ABBREVIATIONS: dict[str, str] = {
    "": "dr drs prof st mr mrs ms mme pr vs cf no nr vol fig art p pp ed",
    "fr": "m mm mme mmes mlle mlles me mes dr drs pr prs prof ste st stes sts mgr av apr cf ex "
    "p pp chap fig vol art al éd env no nos n tél hab bd arr dép gén col cap lt sgt cie",
    "en": "mr mrs ms dr prof st sr jr gen col capt lt sgt rev hon gov sen rep pres mt ft no nos "
    "vol fig ch pp vs e.g i.e cf approx dept est",
    "de": "dr prof hr fr nr bzw ca vgl z.b d.h u.a st str abs art bd jh geb gest inkl evtl sog "
    "ggf mind max min dipl ing",
    "es": "sr sra srta sres dr dra d dña ud uds lic ing gral cap prof núm pág págs art vol av avda "
    "c.f p.ej ej",
    "pt": "sr sra srta dr dra exmo exma prof profa eng gen cap núm pág art vol av d",
    "it": "sig sigg dott prof ing avv on mons s ss art pag vol fig n ecc",
    "nl": "dhr mevr mw dr drs ir mr prof st nr blz art vgl bijv o.a d.w.z ca",
    "pl": "p pp dr prof ul św np tzn tj nr ks gen inż mgr",
    "cs": "p pí dr prof ing mgr sv č např tj tzv str",
    "ru": "г гг ул им д проф акад т.е т.д напр см стр рис св",
    "uk": "м вул ім проф акад тобто напр див стор рис св",
    "tr": "dr prof doç av sn örn bkz no",
    "sv": "dr prof t.ex bl.a d.v.s ca nr s:t kap",
    "ar": "د أ م ص",
}
_LAST_WORD = re.compile(r"([^\s(«“\"'’\[]+)\.[\s\u00a0\u202f]*$")
_INITIAL = re.compile(r"(?:^|[\s.\-(«“\u00a0])[^\W\d_]\.[\s\u00a0\u202f]*$")


def sentence_ends(text: str, lang: str) -> list[int]:
    """The offsets at which the sentences of a text end, the last at its end.

    Space after a sentence belongs to it. Leans towards joining: a split after `M.` breaks
    the voice, a missing one only makes a cue longer.
    """
    # Imported here: only articles that are spoken or rendered need it.
    from sentencex import segment

    primary = lang.partition("-")[0]
    # Line ends inside a run are ordinary space, never the end of a sentence.
    parts: list[str] = segment(primary, text.replace("\n", " "))
    if sum(map(len, parts)) != len(text):
        return [len(text)]
    known = frozenset(f"{_ABBREVIATIONS['']} {_ABBREVIATIONS.get(primary, '')}".split())
    ends: list[int] = []
    end = 0
    sentence = ""
    for part in parts:
        ordinal = primary == "de" and is_german_ordinal(sentence, part)
        if sentence and not ordinal and not _belong_together(sentence, part, known):
            ends.append(end)
            sentence = ""
        sentence += part
        end += len(part)
    return [*ends, end]


def _belong_together(sentence: str, rest: str, known: frozenset[str]) -> bool:
    first = next((character for character in rest if not character.isspace()), "")
    if not any(map(str.isalnum, rest)) or not any(map(str.isalnum, sentence)):
        return True
    if first.islower() or first in ",;:)" or rest.startswith("-"):
        return True
    if not sentence.rstrip().endswith("."):
        return False
    last = _LAST_WORD.search(sentence)
    if last is None:
        return False
    # A short word before a number is a month, a page or an article: `janv. 2020`.
    is_short = first.isdigit() and len(last[1]) <= 4
    return is_short or last[1].lower() in known or bool(_INITIAL.search(sentence))
