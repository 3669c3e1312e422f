"""The battery: what must hold of the narration of every example, by the embedded voice."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from render import plugins
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.sound.limiter import true_peak
from render.sound.loudness import integrated
from render.sound.pcm import audible, longest_silence_s
from render.speech import narrate

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
READERS = {"mali.txt": "text", "tidal-power.md": "markdown", "khettara.html": "html"}
# Arabic words carry their articles, prepositions and pronouns with them.
FEWEST_WORDS = {"khettara.html": 90}

pytestmark = pytest.mark.slow


def narrated(name):
    reader = plugins.find("readers", READERS[name])
    reading = reader.read(Source((EXAMPLES / name).read_bytes(), name), ReadOptions())
    return narrate(prepare(reading.article).article, plugins.find("voices", "espeak"))


@pytest.fixture(scope="module", params=READERS)
def example(request):
    return request.param, narrated(request.param)


def test_every_word_of_every_cue_sounds_and_times_are_exact(example):
    _, narration = example

    for cue in narration.cues:
        covered = {n for word in cue.words for n in range(word.char_begin, word.char_end)}
        assert {n for n, sign in enumerate(cue.text) if sign.isalnum()} <= covered, cue.text
        assert all(word.exact for word in cue.words)


def test_cues_and_words_are_in_order_and_inside_the_sound(example):
    _, narration = example

    assert all(a.begin < a.end <= b.begin for a, b in pairwise(narration.cues))
    assert narration.cues[-1].end <= narration.sample_count
    for cue in narration.cues:
        assert all(a.end <= b.begin or a.end == b.begin for a, b in pairwise(cue.words))
        assert all(cue.begin <= word.begin <= word.end <= cue.end for word in cue.words)


def test_it_is_read_at_the_speed_of_a_newsreader(example):
    name, narration = example

    words = sum(len(cue.spoken.split()) for cue in narration.cues)
    assert FEWEST_WORDS.get(name, 110) <= words / narration.duration_s * 60 <= 210
    for cue in narration.cues:
        minutes = (cue.end - cue.begin) / narration.sample_rate_hz / 60
        if (count := len(cue.spoken.split())) >= 5:
            assert 60 <= count / minutes <= 400, cue.spoken


def test_silences_are_where_a_listener_wants_them(example):
    _, narration = example

    first, _ = audible(narration.pcm, narration.sample_rate_hz)
    spoken = sum(cue.end - cue.begin for cue in narration.cues)
    assert first / narration.sample_rate_hz <= 0.3
    assert longest_silence_s(narration.pcm, narration.sample_rate_hz) <= 1.5
    assert 0.08 <= 1 - spoken / narration.sample_count <= 0.3


def test_it_is_as_loud_as_it_should_be_and_never_clipped(example):
    _, narration = example

    assert integrated(narration.pcm, narration.sample_rate_hz) == pytest.approx(-19, abs=0.5)
    assert 20 * math.log10(true_peak(narration.pcm)) <= -3


def test_the_same_article_gives_the_same_narration():
    assert narrated("mali.txt") == narrated("mali.txt")
