"""Row 60: a voice that is absent, hangs, crashes or answers nonsense costs the sound alone."""

import importlib
import json
import sys
import time

import pytest

from render.cli.main import run
from tests.hostile.case import ARTICLE

ROWS = (60,)

# The name of the voice is what happens; tests.voices.crashes has the engines.
BREAKABLE = """
from render.cage import Limits, Worker
from render.errors import MissingEngineError
from render.plugins import Utterance, Voice, VoiceInfo

def speak(requests, name, _speed):
    if name == "absent":
        raise MissingEngineError("the voice is not installed", hint="install it")
    with Worker() as worker:
        for request in requests:
            limits = Limits(0.3 if name == "hang" else 20.0, 10**9)
            pcm = worker.call(f"tests.voices.crashes:{name}", request.text.encode(), limits)
            yield Utterance(pcm, 22050, "breakable:one")

VOICE = Voice("breakable", lambda: (VoiceInfo("one", "en", exact_words=False),), speak)
"""


@pytest.fixture(scope="module", autouse=True)
def breakable(tmp_path_factory):
    """Install a voice that breaks, as pip would; engines inherit the import path."""
    site = tmp_path_factory.mktemp("site")
    (site / "breakable_voice.py").write_text(BREAKABLE)
    info = site / "breakable-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: breakable\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[render.voices]\nbreakable = breakable_voice:VOICE\n")
    sys.path.insert(0, str(site))
    importlib.invalidate_caches()
    yield
    sys.path.remove(str(site))
    importlib.invalidate_caches()


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("espeak:no-such-voice", "no-such-voice"),
        ("breakable:absent", "the voice is not installed"),
        ("breakable:hang", "was stopped after 0.3 s"),
        ("breakable:segfault", "SIGSEGV"),
        ("breakable:say_nothing", "made only silence"),
        pytest.param("breakable:leave", "status 3", marks=pytest.mark.slow),
        pytest.param("breakable:raise_error", "no such phoneme", marks=pytest.mark.slow),
        pytest.param("breakable:say_silence", "made only silence", marks=pytest.mark.slow),
        pytest.param("breakable:fill_the_disk", "No space left", marks=pytest.mark.slow),
        pytest.param("breakable:eat_memory", "memory", marks=pytest.mark.slow),
    ],
)
def test_a_voice_that_fails_is_named_and_the_page_is_made(voice, says, tmp_path, capsys):
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    begin = time.monotonic()

    code = run([
        str(tmp_path / "bridge.txt"), "-o", str(tmp_path / "out"), "--to", "html,mp3",
        "--lang", "en", "--report", "json", "--quiet", "--voice", voice,
    ])  # fmt: skip

    report = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [file["name"] for file in report["files"]] == ["bridge.html"]
    failed = [each for each in report["findings"] if each["code"] == "BUILD-001"]
    assert any(says in each["message"] and each["hint"] for each in failed), failed
    assert time.monotonic() - begin < 10


def test_an_unknown_engine_is_refused_before_any_work(tmp_path, capsys):
    (tmp_path / "bridge.txt").write_text(ARTICLE)

    code = run([str(tmp_path / "bridge.txt"), "-o", str(tmp_path / "out"), "--voice", "espeek"])

    assert code == 2
    assert "did you mean 'espeak'?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
