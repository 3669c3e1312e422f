"""pyttsx3 in its cage; on Linux it drives the eSpeak NG library that Lisible brings."""

import array
import sys

import pytest

from render.errors import EngineError, MissingEngineError, UsageError
from render.plugins import SpeechRequest
from render.sound.wave_file import read_sound
from render.voices.os_voice import VOICE
from render.voices.os_voice.verification import unbelievable

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="names a voice of eSpeak NG"
)
TEXT = "Le port a rouvert lundi."


def sound(seconds, amplitude=3000):
    return array.array("h", [amplitude, -amplitude] * round(seconds * 11025)).tobytes()


@on_linux
def test_linux_is_refused_unless_a_voice_is_named():
    with pytest.raises(MissingEngineError, match="macOS and Windows") as caught:
        next(VOICE.speak([SpeechRequest(TEXT, "fr")], None, 165))
    assert "espeak" in caught.value.hint


@on_linux
@pytest.mark.slow
def test_a_named_voice_speaks_and_its_file_is_there():
    (made,) = VOICE.speak([SpeechRequest(TEXT, "fr")], "French (France)", 165)

    assert made.voice == "os:French (France)"
    assert 0.8 < len(made.pcm) / 2 / made.sample_rate_hz < 4
    assert made.words is None


@on_linux
@pytest.mark.slow
def test_an_unknown_name_and_a_language_without_voice_are_refused():
    with pytest.raises(UsageError, match="'Nobody'"):
        next(VOICE.speak([SpeechRequest(TEXT, "fr")], "Nobody", 165))
    with pytest.raises(MissingEngineError, match="language 'bm'"):
        next(VOICE.speak([SpeechRequest(TEXT, "bm")], "French (France)", 165))


@pytest.mark.parametrize(
    ("pcm", "doubt"),
    [
        (sound(1.4), ""),
        (sound(0.2), "0.2 s of sound"),
        (sound(30), "30.0 s of sound"),
        (sound(1.4, amplitude=5), "only silence"),
        (b"", "only silence"),
    ],
    ids=["right", "short", "long", "faint", "empty"],
)
def test_only_a_sound_as_long_as_its_text_is_believed(pcm, doubt):
    found = unbelievable(pcm, 22050, TEXT, 165)

    assert found.startswith(doubt) if doubt else found == ""


def test_a_file_without_a_sound_in_it_is_an_error():
    with pytest.raises(EngineError, match="the file is no sound file"):
        read_sound(b"RIFF nonsense", "the file")
