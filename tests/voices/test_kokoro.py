"""Kokoro's models are the user's own: their voices, their languages, and what is missing."""

import io
import struct
import sys
from dataclasses import replace

import numpy as np
import pytest

from render.cli.main import run
from render.errors import EngineError, InputError, MissingEngineError, UsageError
from render.plugins import SpeechRequest
from render.voice_models import checksums, engine
from render.voice_models.engine import choose, voice_of
from render.voices.kokoro import models
from render.voices.kokoro.adding import add
from render.voices.kokoro.languages import by_merit, language_of
from render.voices.kokoro.pack import tables, write_pack
from render.voices.kokoro.voice import ENGINE, VOICE

ONNX = b"\x08\x08\x12\x07made by a test"
TABLE = struct.pack("<256f", *range(256)) * 3
# The same without the package, which Python 3.14 cannot have yet.
HERE = replace(ENGINE, package="json")
NAMES = ("bf_emma", "af_alloy", "ff_siwis", "jf_alpha", "af_heart")


def pack(folder, *names):
    path = folder / "voices-v1.0.bin"
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **dict.fromkeys(names, np.zeros((3, 1, 256), "<f4")))
    return path


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "maker" / "kokoro-v1.0.onnx"
    path.parent.mkdir()
    path.write_bytes(ONNX)
    return path


@pytest.fixture
def folder(source, tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture
def added(folder, source):
    return add(str(source), [str(pack(source.parent, *NAMES))])


@pytest.mark.parametrize(
    ("voice", "lang"),
    [
        ("af_heart", "en-US"),
        ("bm_george", "en-GB"),
        ("ef_dora", "es"),
        ("ff_siwis", "fr"),
        ("hm_psi", "hi"),
        ("if_sara", "it"),
        ("pf_dora", "pt-BR"),
        ("af", "en-US"),
        ("jf_alpha", None),
        ("zf_001", None),
        ("kf_nobody", None),
        ("alloy", None),
        ("", None),
    ],
)
def test_the_first_letter_of_a_voice_is_its_language(voice, lang):
    found = language_of(voice)

    assert (found.lang if found else None) == lang


def test_the_best_of_each_language_comes_first():
    names = ["bf_alice", "af_alloy", "af_heart", "bf_emma"]

    assert sorted(names, key=by_merit) == ["af_heart", "af_alloy", "bf_emma", "bf_alice"]


def test_single_voices_become_a_pack_that_numpy_reads(tmp_path):
    bare = tmp_path / "ff_siwis.bin"
    bare.write_bytes(TABLE)
    write_pack(tables(bare) | tables(pack(tmp_path, "af_heart")), tmp_path / "pack")

    with np.load(tmp_path / "pack") as found:
        assert sorted(found) == ["af_heart", "ff_siwis"]
        assert found["ff_siwis"].shape == (3, 1, 256)
        assert found["ff_siwis"].tobytes() == TABLE


def saved(array):
    file = io.BytesIO()
    np.savez(file, ff_siwis=array)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html>",
        bytes(1024 * 1025),
        saved(np.zeros((3, 1, 255), "<f4")),
        saved(np.zeros((3, 1, 256), "<f8")),
        saved(np.zeros((2000, 1, 256), "<f4")),
    ],
)
def test_what_holds_no_voices_leaves_nothing_behind(folder, source, content):
    other = source.with_name("voices.bin")
    other.write_bytes(content)

    with pytest.raises(InputError, match="holds no Kokoro voices") as caught:
        add(str(source), [str(other)])
    assert "voices-v1.0.bin" in caught.value.hint
    assert not list(folder.iterdir())


def test_damaged_voices_are_named(folder, source):
    voices = pack(source.parent, "ff_siwis")
    whole = bytearray(voices.read_bytes())
    whole[1000] ^= 1
    voices.write_bytes(whole)

    with pytest.raises(InputError, match=r"'voices-v1\.0\.bin' are damaged: Bad CRC"):
        add(str(source), [str(voices)])


def test_the_voices_may_stand_in_a_folder(folder, source):
    for name in ("ff_siwis", "if_sara"):
        source.with_name(f"{name}.bin").write_bytes(TABLE)

    assert add(str(source), [str(source.parent)]).langs == ("fr", "it")


def test_voices_of_no_language_that_can_be_said_are_refused(folder, source):
    with pytest.raises(InputError, match=r"no voice in .* Kokoro can say"):
        add(str(source), [str(pack(source.parent, "jf_alpha", "zf_001"))])
    assert models.installed() == ()


def test_a_model_is_brought_with_its_voices_and_their_checksums(added, folder):
    assert (added.voice, added.langs) == ("kokoro:kokoro-v1.0", ("en-US", "en-GB", "fr"))
    assert sorted(path.name for path in folder.iterdir()) == [
        "kokoro-v1.0.onnx",
        "kokoro-v1.0.onnx.sha256",
        "kokoro-v1.0.onnx.voices",
    ]
    checksums.verify(added.path)
    added.path.with_name("kokoro-v1.0.onnx.voices").write_bytes(b"changed")
    with pytest.raises(EngineError, match=r"kokoro-v1\.0\.onnx\.voices' has changed"):
        checksums.verify(added.path)


def test_the_same_voices_have_the_same_checksum(added, source, folder):
    before = (folder / "kokoro-v1.0.onnx.sha256").read_text()
    add(str(source), [str(pack(source.parent, *reversed(NAMES)))])

    assert (folder / "kokoro-v1.0.onnx.sha256").read_text() == before


def test_every_voice_that_can_be_understood_is_listed_under_its_model(added):
    assert [(voice.name, voice.lang) for voice in voice_of(HERE).voices()] == [
        ("kokoro-v1.0/af_heart", "en-US"),
        ("kokoro-v1.0/af_alloy", "en-US"),
        ("kokoro-v1.0/bf_emma", "en-GB"),
        ("kokoro-v1.0/ff_siwis", "fr"),
    ]


@pytest.mark.parametrize(
    ("lang", "name", "voice"),
    [
        ("fr-CA", None, "ff_siwis"),
        ("en", None, "af_heart"),
        ("en-GB", None, "bf_emma"),
        ("en-AU", "af_alloy", "af_alloy"),
        ("en-GB", "kokoro-v1.0", "bf_emma"),
        ("en", "kokoro-v1.0/af_alloy", "af_alloy"),
        # A named voice speaks its own language only.
        ("fr", "af_alloy", "ff_siwis"),
    ],
)
def test_the_voice_is_the_named_one_or_the_best_of_its_language(added, lang, name, voice):
    assert choose(ENGINE, lang, name).name == f"kokoro-v1.0/{voice}"


def test_a_model_and_its_voice_may_be_named_by_path(added, tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "empty"))

    assert choose(ENGINE, "en", str(added.path)).name == "kokoro-v1.0/af_heart"
    assert choose(ENGINE, "en", f"{added.path}/bf_emma").name == "kokoro-v1.0/bf_emma"
    with pytest.raises(UsageError, match="no voice called"):
        choose(ENGINE, "en", f"{added.path}/nobody")


def test_a_model_without_voices_says_how_to_add_them(source):
    with pytest.raises(UsageError, match="has no voices") as caught:
        choose(ENGINE, "en", str(source))
    assert "lisible voices add kokoro-v1.0.onnx --voices" in caught.value.hint


def test_broken_voices_are_named(added):
    added.path.with_name("kokoro-v1.0.onnx.voices").write_bytes(b"PK but no archive")

    with pytest.raises(UsageError, match=r"kokoro-v1\.0\.onnx\.voices' are broken"):
        voice_of(HERE).voices()


@pytest.mark.parametrize("lang", ["ja", "zh", "de"])
def test_a_language_without_a_voice_is_missing_and_never_said_by_another(added, folder, lang):
    with pytest.raises(MissingEngineError, match=f"language '{lang}'") as caught:
        next(voice_of(HERE).speak([SpeechRequest("x", lang)], "af_heart", 165))
    assert str(folder) in caught.value.hint


def test_without_a_model_it_says_how_to_bring_one(folder):
    with pytest.raises(MissingEngineError, match="has no model yet") as caught:
        voice_of(HERE).voices()
    assert "lisible voices add FILE.onnx --voices FILE.bin" in caught.value.hint


def test_without_kokoro_it_says_how_to_install_it(added, monkeypatch):
    monkeypatch.setitem(sys.modules, "kokoro_onnx", None)

    for ask in (VOICE.voices, lambda: next(VOICE.speak([SpeechRequest("x", "en")], None, 165))):
        with pytest.raises(MissingEngineError, match="not installed") as caught:
            ask()
        assert "lisible[kokoro]" in caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "says"),
    [("segfault", "SIGSEGV"), ("raise_error", "no such"), ("hang", "was stopped after 1 s")],
)
def test_a_crash_or_hang_is_the_voice_s_own_and_named(added, how, says, monkeypatch):
    monkeypatch.setattr(engine, "_WALL_S", 1)
    broken = replace(HERE, synthesise=f"tests.voices.crashes:{how}", wall_s_per_character=0)
    voice = voice_of(broken)

    with pytest.raises(EngineError, match=f"the voice 'kokoro' failed: .*{says}"):
        next(voice.speak([SpeechRequest("Le port.", "fr")], None, 165))


def test_a_model_is_added_from_the_command_line(folder, source, capsys):
    voices = str(pack(source.parent, "ff_siwis", "jf_alpha"))

    assert run(["voices", "add", str(source)]) == 3
    assert "a Kokoro model comes with `--voices FILE.bin`" in capsys.readouterr().err
    assert run(["voices", "add", str(source), "--voices", voices]) == 0
    told = capsys.readouterr().out
    assert told.startswith("kokoro:kokoro-v1.0\tfr\t")
    assert "not offered, as their language cannot be said: jf_alpha\n" in told
    assert [voice.name for voice in models.installed()] == ["kokoro-v1.0/ff_siwis"]
