"""Piper's models are the user's own: finding and naming them, and saying what is missing."""

import json
from importlib.util import find_spec

import pytest

from render.errors import MissingEngineError, UsageError
from render.plugins import SpeechRequest
from render.voice_models.engine import choose
from render.voices.piper import models
from render.voices.piper.engine import plain
from render.voices.piper.voice import ENGINE, VOICE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path))
    for name, code in (("siwis", "fr_FR"), ("joe", "en_US"), ("alba", "en_GB")):
        (tmp_path / f"{name}.onnx").write_bytes(b"")
        told = {"language": {"code": code}, "espeak": {"voice": "x"}}
        (tmp_path / f"{name}.onnx.json").write_text(json.dumps(told))
    return tmp_path


def test_models_are_found_with_their_languages(folder):
    (folder / "orphan.onnx").write_bytes(b"")

    assert [(model.name, model.lang) for model in models.installed()] == [
        ("alba", "en-GB"),
        ("joe", "en-US"),
        ("siwis", "fr-FR"),
    ]


def test_the_model_is_the_one_of_the_language_its_region_first(folder):
    assert choose(ENGINE, "fr", None).name == "siwis"
    assert choose(ENGINE, "en-US", None).name == "joe"
    assert choose(ENGINE, "en-AU", None).name == "alba"
    assert choose(ENGINE, "en-AU", "joe").name == "joe"
    assert choose(ENGINE, "fr", "joe").name == "siwis"


def test_a_model_may_be_named_by_its_file(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "own.onnx"
    elsewhere.write_bytes(b"")
    with pytest.raises(UsageError, match="has no configuration"):
        choose(ENGINE, "de", str(elsewhere))
    elsewhere.with_name("own.onnx.json").write_text('{"espeak": {"voice": "de"}}')

    assert choose(ENGINE, "de", str(elsewhere)).model == elsewhere


def test_what_is_missing_is_named_with_the_place_to_put_it(folder):
    with pytest.raises(MissingEngineError, match="language 'wo'") as caught:
        choose(ENGINE, "wo", None)
    assert str(folder) in caught.value.hint
    with pytest.raises(UsageError, match="'nobody'"):
        choose(ENGINE, "fr", "nobody")


def test_a_broken_configuration_is_named(folder):
    (folder / "joe.onnx.json").write_text("{")

    with pytest.raises(UsageError, match=r"joe\.onnx' is broken"):
        models.installed()


def test_phonemes_in_brackets_are_text():
    assert plain("a [[b]] [[[c]]]") == "a [ [b]] [ [ [c]]]"


@pytest.mark.skipif(find_spec("piper") is not None, reason="Piper is installed")
def test_without_piper_it_says_how_to_install_it():
    for ask in (VOICE.voices, lambda: next(VOICE.speak([SpeechRequest("x", "en")], None, 165))):
        with pytest.raises(MissingEngineError, match="not installed") as caught:
            ask()
        assert "pip install piper-tts" in caught.value.hint
