"""`lisible voices`: listed once each, tried, brought."""

import hashlib
import wave
from collections import Counter

import pytest

from render.cli.main import run


def test_every_voice_is_listed_once_and_auto_in_one_line(capsys):
    assert run(["voices"]) == 0
    names = [line.partition("\t")[0] for line in capsys.readouterr().out.splitlines()]

    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert "espeak:fr" in names
    assert [name for name in names if name.startswith("auto")] == ["auto"]


def test_auto_tells_what_it_chooses(capsys):
    assert run(["voices", "auto"]) == 0
    assert "espeak:ar\tar\texact words" in capsys.readouterr().out


def test_the_voices_of_one_engine_are_listed(capsys):
    assert run(["voices", "silent"]) == 0
    assert capsys.readouterr().out == "silent:tone\tmul\texact words\n"


def test_an_unknown_engine_is_named(capsys):
    assert run(["voices", "espeek"]) == 2
    assert "did you mean 'espeak'?" in capsys.readouterr().err


@pytest.mark.slow
def test_a_voice_is_tried(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert run(["voices", "try", "silent:tone", "Le port a rouvert ses portes."]) == 0
    assert capsys.readouterr().out == "silent-tone.wav: silent:tone in 'fr'\n"
    with wave.open("silent-tone.wav") as file:
        assert file.getnframes() > 22050


def test_a_sample_that_cannot_be_written_is_an_error(tmp_path, capsys):
    out = str(tmp_path / "nowhere" / "x.wav")

    assert run(["voices", "try", "silent", "Bonjour", "--lang", "fr", "-o", out]) == 1
    assert f"'{out}' cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("checksum", [True, False])
def test_a_model_is_added_and_its_checksum_told(checksum, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "voices"))
    model = tmp_path / "joe.onnx"
    model.write_bytes(b"\x08a model")
    (tmp_path / "joe.onnx.json").write_text('{"espeak": {"voice": "en-us"}}')
    sha256 = hashlib.sha256(b"\x08a model").hexdigest()

    assert run(["voices", "add", str(model), *(["--sha256", sha256] if checksum else [])]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"piper:joe\ten-us\t{tmp_path / 'voices' / 'joe.onnx'}\n")
    assert f"SHA-256 {sha256}" in told
    assert ("Compare it" in told) is not checksum
