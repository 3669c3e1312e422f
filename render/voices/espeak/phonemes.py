"""The International Phonetic Alphabet in eSpeak NG's own letters, for French and English.

Their sounds are those of its phoneme files `french` and `english`; what a language does not
have is not approximated.
"""

from __future__ import annotations

import re
import unicodedata

_CONSONANTS = {
    **{sign: sign for sign in "pbtdkfvszmnljw"},
    "ɡ": "g", "g": "g", "ʃ": "S", "ʒ": "Z", "ŋ": "N", "t͡ʃ": "tS", "d͡ʒ": "dZ", "t͡s": "ts",
    "r": "r", "ʁ": "r", "ʀ": "r", "ɹ": "r", "ɾ": "r",
}  # fmt: skip
_FRENCH = {
    **_CONSONANTS,
    "ɲ": "n^", "ɥ": "y",
    "i": "i", "e": "e", "ɛ": "E", "a": "a", "ɑ": "a", "ɔ": "O", "o": "o", "u": "u", "y": "y",
    "ø": "Y", "œ": "W", "ə": "@",
    "ɛ̃": "E~", "ɑ̃": "A~", "ã": "A~", "ɔ̃": "O~", "õ": "O~", "œ̃": "W~",
    # Long vowels are no sounds of their own, but for one.
    "aː": "a:", "ɑː": "a:", "ː": "",
}  # fmt: skip
_ENGLISH = {
    **_CONSONANTS,
    "θ": "T", "ð": "D", "h": "h", "x": "x", "ʔ": "?",
    "ɪ": "I", "i": "i", "iː": "i:", "e": "E", "ɛ": "E", "æ": "a", "a": "a", "ʌ": "V", "ɑː": "A:",
    "ɑ": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O:", "ʊ": "U", "uː": "u:", "u": "u:", "ə": "@",
    "ɐ": "a#", "ɜː": "3:", "ɝ": "3:", "ɚ": "3",
    "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "aʊ": "aU", "oʊ": "oU", "əʊ": "oU", "o": "oU",
    "ɪə": "i@", "iə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@",
}  # fmt: skip
_ALPHABETS = {"fr": _FRENCH, "en": _ENGLISH}
# Stress stands before its syllable in IPA and before its vowel here; the rest is not heard.
_STRESS = {"ˈ": "'", "ˌ": ","}
_VOWELS = frozenset("iIeEaA0OoUuyYW@3V")
_UNHEARD = frozenset(".‿|/[]")
_TIED = re.compile(r"([td])͡?([ʃʒs])")


def mnemonics(ipa: str, lang: str) -> str | None:
    """What eSpeak NG calls these sounds, or None where its language lacks one of them."""
    alphabet = _ALPHABETS.get(lang.partition("-")[0].lower())
    if alphabet is None:
        return None
    # Decomposed, so that a nasal vowel is a letter and a tilde; the French alphabet is too.
    text = unicodedata.normalize("NFD", ipa.strip())
    text = _TIED.sub(lambda match: f"{match[1]}͡{match[2]}", text)
    known = {unicodedata.normalize("NFD", sign): name for sign, name in alphabet.items()}
    said: list[str] = []
    stress, at = "", 0
    while at < len(text):
        sign = next(
            (text[at : at + size] for size in (3, 2, 1) if text[at : at + size] in known), ""
        )
        if sign:
            is_vowel = known[sign][:1] in _VOWELS and sign != "ɥ"
            said.append((stress if is_vowel else "") + known[sign])
            stress = "" if is_vowel else stress
        elif text[at] in _STRESS:
            stress = _STRESS[text[at]]
        elif text[at].isspace():
            said.append(" ")
        elif text[at] not in _UNHEARD:
            return None
        at += len(sign) or 1
    return "".join(said).strip() or None
