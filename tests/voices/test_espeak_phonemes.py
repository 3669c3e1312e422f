"""IPA for eSpeak NG: its two notations agree, and the sound is the one asked for."""

import pytest

from render.plugins import SpeechRequest
from render.voices.espeak.phonemes import mnemonics
from render.voices.espeak.voice import VOICE

# Words as eSpeak NG 1.52 itself writes them, in IPA and in its own letters.
FRENCH = """
bamakˈo bamak'o | vˈɛ̃ v'E~ | blˈɑ̃ bl'A~ | bɔ̃ʒˈuʁ bO~Z'ur | ˈœvʁ 'Wvr | pˈø p'Y | ʃjˈɛ̃ Sj'E~ |
wˈi w'i | nyˈi ny'i | ʁˈuʒ r'uZ | ɡnˈu gn'u | pˈaːt p'a:t | lˈɛ l'E | ʁˈy r'y | mˈo m'o |
ˈɔʁ 'Or | mɔ̃tˈaɲ mO~t'an^ | fˈij f'ij | tʃˈad tS'ad | dʒamilˈa dZamil'a | bʁˈœ̃ br'W~
"""
ENGLISH = """
nˈɜːs n'3:s | θˈɔːt T'O:t | fˈeɪs f'eIs | mˈaʊθ m'aUT | tʃˈɔɪs tS'OIs | tʃˈɜːtʃ tS'3:tS |
dʒˈʌdʒ dZ'VdZ | θˈɪŋk T'INk | ðˈɪs D'Is | jˈɛs j'Es | hˈɒt h'0t | flˈiːs fl'i:s | ɡˈuːs g'u:s |
fˈʊt f'Ut | hˈapi h'api | vˈɪʒən v'IZ@n | həlˈəʊ h@l'oU | kwˈiːn kw'i:n | pɹˈaɪs pr'aIs | lˈɒx l'0x
"""


def pairs(lang, words):
    for pair in words.split("|"):
        yield lang, *pair.split()


@pytest.mark.parametrize(
    ("lang", "ipa", "own"), [*pairs("fr-FR", FRENCH), *pairs("en-GB", ENGLISH)]
)
def test_ipa_is_what_espeak_itself_calls_it(lang, ipa, own):
    assert mnemonics(ipa, lang) == own


@pytest.mark.parametrize(
    ("ipa", "lang", "own"),
    [
        ("ˈɡa.o", "fr", "g'ao"),
        ("/t͡ʃad/", "fr", "tSad"),
        ("tɔ̃.buk.ˈtu", "fr", "tO~bukt'u"),
        ("ˌtɪmbʌkˈtuː", "en", "t,ImbVkt'u:"),
        ("saˈlam aˈlekum", "fr", "sal'am al'ekum"),
    ],
)
def test_stress_moves_to_the_vowel_and_marks_go(ipa, lang, own):
    assert mnemonics(ipa, lang) == own


@pytest.mark.parametrize(
    ("ipa", "lang"), [("ħamza", "fr"), ("θe", "fr"), ("ɡao", "ar"), ("", "fr")]
)
def test_a_sound_that_the_language_lacks_is_not_approximated(ipa, lang):
    assert mnemonics(ipa, lang) is None


def test_phonemes_are_heard_and_words_keep_their_places():
    text = "La ville de Gao, [[a]] belle."
    asked = SpeechRequest(text, "fr", ((12, 15, "ɡawɔ̃"),))
    (as_written, as_asked) = VOICE.speak([SpeechRequest(text, "fr"), asked], None, 165)

    assert as_asked.pronounced == (0,)
    assert as_written.pronounced == ()
    assert as_asked.pcm != as_written.pcm
    heard = [text[begin:end] for begin, end, _, _ in as_asked.words or ()]
    assert heard == ["La", "ville", "de", "Gao", "a", "belle"]


def test_what_cannot_be_said_is_said_as_written():
    text = "La ville de Gao."
    asked = SpeechRequest(text, "fr", ((12, 15, "ħao"),))
    as_written, as_asked = VOICE.speak([SpeechRequest(text, "fr"), asked], None, 165)

    assert as_asked == as_written
