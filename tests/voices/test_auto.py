import pytest

from render import plugins
from render.errors import MissingEngineError, UsageError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voices.auto import VOICE


def engine(name, *langs, installed=True):
    def voices():
        if not installed:
            raise MissingEngineError(f"{name} is not installed")
        return tuple(VoiceInfo(lang, lang, exact_words=False) for lang in langs)

    def speak(requests, _name, _speed):
        yield from (Utterance(b"", 16000, f"{name}:{request.text}") for request in requests)

    return Voice(name, voices, speak)


@pytest.fixture
def engines(monkeypatch):
    """Replace the installed engines: French and German by one, everything by the other."""
    known = {
        "piper": engine("piper", installed=False),
        "kokoro": engine("kokoro", installed=False),
        "pico": engine("pico", "fr-FR", "de-DE"),
        "espeak": engine("espeak", "fr", "ar", "de"),
    }
    monkeypatch.setattr(plugins, "find", lambda _kind, name: known[name])
    return known


def said(*requests):
    asked = [SpeechRequest(text, lang) for text, lang in requests]
    return [utterance.voice for utterance in VOICE.speak(asked, None, 165)]


def test_each_language_goes_to_the_best_engine_in_the_order_of_the_text(engines):
    assert said(("a", "fr"), ("b", "ar"), ("c", "de-AT"), ("d", "ar-EG")) == [
        "pico:a",
        "espeak:b",
        "pico:c",
        "espeak:d",
    ]


def test_a_model_the_user_brought_comes_first(engines):
    engines["piper"] = engine("piper", "de-DE")
    engines["kokoro"] = engine("kokoro", "it", "de")

    assert said(("a", "fr"), ("b", "de"), ("c", "it")) == ["pico:a", "piper:b", "kokoro:c"]


def test_an_engine_that_is_not_installed_is_passed_over(engines):
    engines["pico"] = engine("pico", installed=False)

    assert said(("a", "fr")) == ["espeak:a"]


def test_its_voices_are_the_best_for_each_language(engines):
    assert [info.name for info in VOICE.voices()] == ["pico:fr-FR", "pico:de-DE", "espeak:ar"]


def test_a_language_that_nobody_speaks_is_refused_by_name(engines):
    with pytest.raises(MissingEngineError, match="'bm'"):
        said(("a", "bm"))


def test_without_any_engine_it_says_how_to_install_one(engines):
    for name in engines:
        engines[name] = engine(name, installed=False)

    with pytest.raises(MissingEngineError, match="no voice is installed") as caught:
        VOICE.voices()
    assert "lisible[audio]" in caught.value.hint


def test_it_cannot_be_told_which_voice(engines):
    with pytest.raises(UsageError, match="chooses by itself"):
        next(VOICE.speak([], "fr", 165))
