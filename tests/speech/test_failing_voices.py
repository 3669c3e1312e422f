"""An engine that hangs, crashes or answers nonsense is named, in good time."""

import time

import pytest

from render.cage import Limits, Worker
from render.errors import EngineError, MissingEngineError
from render.plugins import Utterance, Voice, VoiceInfo
from render.speech import narrate
from tests.speech.articles import french


def voice(target, wall_s=20.0):
    """A voice whose engine is a function of tests.voices.crashes, in the cage as all are."""

    def speak(requests, _name, _speed):
        with Worker() as worker:
            for request in requests:
                limits = Limits(wall_s, 10**9)
                pcm = worker.call(f"tests.voices.crashes:{target}", request.text.encode(), limits)
                yield Utterance(pcm, 22050, "broken:one")

    return Voice("broken", lambda: (VoiceInfo("one", "fr", exact_words=False),), speak)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("segfault", "SIGSEGV"),
        ("leave", "status 3"),
        ("raise_error", "no such phoneme"),
        ("say_nothing", "made only silence"),
        ("say_silence", "made only silence"),
        ("fill_the_disk", "No space left"),
        ("eat_memory", "memory"),
    ],
)
def test_a_failing_engine_is_named(target, message):
    with pytest.raises(EngineError, match=message):
        narrate(french(), voice(target))


def test_a_hanging_engine_is_stopped_in_time():
    begin = time.monotonic()

    with pytest.raises(EngineError, match=r"stopped after 0\.3 s"):
        narrate(french(), voice("hang", wall_s=0.3))
    assert time.monotonic() - begin < 5


def test_an_absent_engine_keeps_its_own_remedy():
    def speak(_requests, _name, _speed):
        raise MissingEngineError("the voice is not installed", hint="install it")

    absent = Voice("absent", lambda: (VoiceInfo("one", "fr", exact_words=False),), speak)
    with pytest.raises(MissingEngineError, match="not installed") as caught:
        narrate(french(), absent)
    assert caught.value.hint == "install it"
