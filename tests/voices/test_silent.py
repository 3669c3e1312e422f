from render.plugins import SpeechRequest
from render.voices.silent import VOICE


def test_the_tone_is_as_long_as_the_text_and_faster_when_asked():
    requests = [SpeechRequest("one two three", "en")]

    (slow,), (fast,) = (list(VOICE.speak(requests, None, speed)) for speed in (100, 200))
    assert abs(len(slow.pcm) - 2 * len(fast.pcm)) <= 4
    assert [word[:2] for word in slow.words or ()] == [(0, 3), (4, 7), (8, 13)]


def test_it_is_heard():
    (made,) = VOICE.speak([SpeechRequest("word", "en")], None, 160)

    assert any(made.pcm)
