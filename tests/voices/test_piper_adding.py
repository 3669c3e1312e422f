"""Bringing a model: from a file or a server on this machine, whole or not at all."""

import hashlib
import http.server
import json
import threading
from functools import partial

import pytest

from render.errors import EngineError, InputError, OutputError, UsageError
from render.voice_models import checksums
from render.voices.piper import models
from render.voices.piper.adding import add

ONNX = b"\x08\x08\x12\x07made by a test"
SHA256 = hashlib.sha256(ONNX).hexdigest()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "maker" / "siwis.onnx"
    path.parent.mkdir()
    path.write_bytes(ONNX)
    path.with_name("siwis.onnx.json").write_text(json.dumps({"language": {"code": "fr_FR"}}))
    return path


@pytest.fixture
def address(source):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(source.parent))
    )
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_file_is_brought_with_its_configuration_and_checksums(folder, source):
    added = add(str(source))

    assert (added.voice, added.langs, added.sha256) == ("piper:siwis", ("fr-FR",), SHA256)
    assert [model.model for model in models.installed()] == [added.path]
    assert (folder / "siwis.onnx.sha256").read_text().startswith(f"{SHA256}  siwis.onnx\n")
    checksums.verify(added.path)


def test_an_address_is_fetched(folder, address):
    assert add(f"{address}/siwis.onnx?download=true", SHA256.upper()).sha256 == SHA256
    assert (folder / "siwis.onnx").read_bytes() == ONNX


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("siwis.onnx", b"<!DOCTYPE html>", "no ONNX model: it begins with '<!DOCTYPE"),
        ("siwis.onnx.json", b"{", "is broken"),
        ("siwis.onnx.json", None, "does not exist"),
    ],
)
def test_what_is_no_model_leaves_nothing_behind(folder, source, name, content, message):
    path = source.with_name(name)
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    with pytest.raises((InputError, UsageError), match=message):
        add(str(source))
    assert not list(folder.iterdir())


def test_a_wrong_checksum_is_refused(folder, source):
    with pytest.raises(InputError, match=f"{SHA256}, not 00ff"):
        add(str(source), "00ff")
    assert models.installed() == ()


def test_what_a_server_does_not_have_is_named(folder, address):
    with pytest.raises(InputError, match=r"nobody\.onnx' cannot be fetched: File not found"):
        add(f"{address}/nobody.onnx")


def test_the_same_model_twice_is_one_and_another_of_its_name_is_refused(folder, source):
    add(str(source))
    add(str(source))
    source.write_bytes(ONNX + b"!")

    with pytest.raises(UsageError, match="another voice called 'siwis'"):
        add(str(source))
    assert (folder / "siwis.onnx").read_bytes() == ONNX


@pytest.mark.parametrize("name", ["model.pt", ".onnx", "http://x/y"])
def test_other_files_are_refused_by_name(folder, name):
    with pytest.raises(UsageError, match="no speech model"):
        add(name)


def test_a_folder_that_cannot_be_written_is_named(source, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "file" / "voices"))

    with pytest.raises(OutputError, match="cannot be put into"):
        add(str(source))


def test_a_model_that_has_changed_is_not_used(folder, source):
    model = add(str(source)).path
    checksums.verify(model)
    model.write_bytes(ONNX.replace(b"test", b"fake"))

    with pytest.raises(EngineError, match=r"siwis\.onnx' has changed"):
        checksums.verify(model)
    model.unlink()
    with pytest.raises(EngineError, match="is missing"):
        checksums.verify(model)


def test_a_model_put_there_by_hand_has_no_checksum_to_be_held_to(folder, source):
    checksums.verify(source)
