"""The embedded voice, for real: eSpeak NG in its cage."""

import pytest

from render.cage import Limits, Worker
from render.errors import EngineError, MissingEngineError, UsageError
from render.plugins import SpeechRequest
from render.voices.espeak import catalogue, engine, voice
from render.voices.espeak.voice import VOICE
from render.voices.espeak.wire import decode_speeches, encode_order

FRENCH = "L’équipage n’avait rien vu, d’après lui, depuis 2022."


def say(*texts, lang="fr", name=None, speed=165):
    return list(VOICE.speak([SpeechRequest(text, lang) for text in texts], name, speed))


def order(text, data_path=None):
    data_path = data_path or str(catalogue.data_path())
    return encode_order(str(catalogue.library_path()), data_path, 165, [("roa/fr", text)])


def test_the_same_sentence_has_the_same_bytes_whatever_was_said_before():
    first, second, third = say(FRENCH, "Autre chose, bien plus longue que la première.", FRENCH)

    assert first == third
    assert first != second


def test_words_are_exact_and_in_order():
    (made,) = say(FRENCH)

    words = [FRENCH[begin:end] for begin, end, _, _ in made.words]
    assert words[:2] == ["L", "n"]
    assert {"rien", "vu", "lui", "depuis"} <= set(words)
    samples = [(first, last) for _, _, first, last in made.words]
    assert samples == sorted(samples)
    assert samples[-1][1] == len(made.pcm) // 2


def test_character_positions_count_characters_beyond_the_basic_plane():
    text = "Un 😀 sourire 👩‍🚀 final"
    (made,) = say(text)

    assert "sourire" in [text[begin:end] for begin, end, _, _ in made.words]
    assert "final" in [text[begin:end] for begin, end, _, _ in made.words]


def test_speed_is_heard():
    (slow,), (fast,) = say(FRENCH, speed=120), say(FRENCH, speed=240)

    assert len(slow.pcm) > 1.5 * len(fast.pcm)


@pytest.mark.parametrize(
    ("markup", "plain"),
    [('<break time="5s"/>', "break time 5 s"), ("[[h@l'oU]]", "h l ou")],
)
def test_markup_is_spoken_and_never_obeyed(markup, plain):
    (made,), (words,) = say(markup, lang="en"), say(plain, lang="en")

    assert len(made.pcm) >= 0.7 * len(words.pcm)
    assert len(made.words) >= 3


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "!?;:", "123 456", "😀🎉", "x" * 5000, "مرحبا بالعالم", "a\0b", "\U0010ffff"],
    ids=["empty", "space", "ellipsis", "marks", "digits", "emoji", "token", "rtl", "nul", "end"],
)
def test_unusual_text_neither_crashes_nor_hangs(text):
    (made,) = say(text)

    assert made.sample_rate_hz == 22050


@pytest.mark.parametrize(
    ("lang", "voice"),
    [
        ("fr", "fr"),
        ("fr-ML", "fr"),
        ("fr-CH", "fr-CH"),
        ("en", "en"),
        ("en-GB", "en"),
        ("en-AU", "en"),
        ("en-US", "en-US"),
        ("en-CA", "en-US"),
        ("pt", "pt"),
        ("pt-BR", "pt-BR"),
        ("es", "es"),
        ("es-ES", "es"),
        ("es-CO", "es-419"),
        ("ar-EG", "ar"),
        ("he", "he"),
        ("iw", "he"),
        ("no", "nb"),
        ("zh", "cmn"),
        ("zh-Hant-TW", "cmn"),
        ("zh-HK", "yue"),
        ("zh-Hant-HK", "yue"),
        ("sr-Latn", "sr"),
        ("de-DE-1996", "de"),
    ],
)
def test_the_voice_is_the_one_of_the_language(lang, voice):
    assert catalogue.choose(lang, None).name == voice


@pytest.mark.parametrize("lang", ["bm", "wo", "nn", "und", "xx"])
def test_a_language_without_voice_is_refused_by_name(lang):
    with pytest.raises(MissingEngineError, match=f"no voice for the language '{lang}'"):
        catalogue.choose(lang, None)


def test_a_named_voice_speaks_its_own_language_only():
    assert catalogue.choose("fr", "fr-be").name == "fr-BE"
    assert catalogue.choose("de", "fr-BE").name == "de"


def test_an_unknown_voice_names_the_nearest():
    with pytest.raises(UsageError) as caught:
        say("x", name="fr-BR")
    assert "'fr-BR'" in caught.value.message
    assert "fr-" in caught.value.hint


def test_every_listed_voice_speaks():
    names = {info.name for info in VOICE.voices()}
    assert len(names) > 100
    assert {"fr", "en-US", "ar", "he", "de"} <= names


def test_a_long_data_path_is_shortened(tmp_path):
    """eSpeak NG keeps its path in 160 bytes and fails on a longer one."""
    deep = tmp_path / ("d" * 80) / ("e" * 80)
    deep.mkdir(parents=True)
    link = deep / "espeak-ng-data"
    link.symlink_to(catalogue.data_path(), target_is_directory=True)

    ((pcm, _),) = decode_speeches(engine.synthesise(order("Bonjour", data_path=str(link))))
    assert len(pcm) > 10000


def test_a_crash_is_named_and_the_next_call_works():
    with Worker() as worker:
        with pytest.raises(EngineError, match="SIGSEGV"):
            worker.call("tests.voices.crashes:segfault", b"", Limits(10, 10**9))
        target = "render.voices.espeak.engine:synthesise"
        reply = worker.call(target, order("Bonjour"), Limits(10, 10**9))
    ((pcm, words),) = decode_speeches(reply)
    assert pcm
    assert words


def test_without_the_package_the_message_says_how_to_install_it(monkeypatch):
    def absent():
        raise MissingEngineError("the voice 'espeak' is not installed", hint=catalogue._INSTALL)

    monkeypatch.setattr(catalogue, "_loader", absent)
    catalogue.files.cache_clear()
    catalogue.choose.cache_clear()
    with pytest.raises(MissingEngineError) as caught:
        say("x")
    catalogue.files.cache_clear()
    assert "pip install 'lisible[audio]'" in caught.value.hint


def test_a_failing_engine_is_called_by_the_name_that_users_know(monkeypatch):
    monkeypatch.setattr(voice, "_TARGET", "tests.voices.crashes:segfault")

    with pytest.raises(EngineError, match=r"the voice 'espeak' failed: .*SIGSEGV") as caught:
        say("x")
    assert "--voice" in caught.value.hint
