"""SVOX Pico, for real, in its cage."""

import os

import pytest

from render.errors import MissingEngineError, UsageError
from render.plugins import SpeechRequest
from render.sound.loudness import integrated
from render.voices import pico
from render.voices.pico import VOICE

if not os.environ.get("CI"):
    pytest.importorskip("py_nanotts", reason="the pico extra")

FRENCH = "L’équipage n’avait rien vu, d’après lui, depuis l’été dernier."


def say(*texts, lang="fr", name=None, speed=165):
    return list(VOICE.speak([SpeechRequest(text, lang) for text in texts], name, speed))


@pytest.mark.slow
def test_the_same_sentence_has_the_same_bytes_whatever_was_said_before():
    first, second, third = say(FRENCH, "Autre chose, bien plus longue que la première.", FRENCH)

    assert first == third
    assert first != second


def test_it_is_as_loud_as_the_other_embedded_voice():
    (made,) = say(FRENCH)

    assert integrated(made.pcm, made.sample_rate_hz) == pytest.approx(-22.3, abs=1.5)


@pytest.mark.slow
def test_speed_is_heard():
    (slow,), (fast,) = say(FRENCH, speed=120), say(FRENCH, speed=240)

    assert len(slow.pcm) > 1.5 * len(fast.pcm)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["", "…", "123 456", "😀", "x" * 500, "مرحبا", "a\0b", "<break time='5s'/>", "<speed level="],
)
def test_unusual_text_neither_crashes_nor_hangs(text):
    (made,) = say(text)

    assert made.voice == "pico:fr-FR"
    # A tag is never obeyed: five seconds of break would be 160 000 bytes.
    assert text.startswith("x") or len(made.pcm) < 160_000


@pytest.mark.parametrize(
    ("lang", "voice"),
    [
        ("fr", "fr-FR"),
        ("fr-ML", "fr-FR"),
        ("en", "en-GB"),
        ("en-US", "en-US"),
        ("en-AU", "en-GB"),
        ("de-AT", "de-DE"),
    ],
)
def test_the_voice_is_the_one_of_the_language(lang, voice):
    assert pico._voice_for(lang, None) == voice


def test_what_it_cannot_say_is_refused_by_name():
    with pytest.raises(MissingEngineError, match="language 'ar'"):
        say("x", lang="ar")
    with pytest.raises(UsageError, match="'nobody'"):
        say("x", name="nobody")
