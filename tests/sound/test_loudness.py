import math

import numpy as np
import pytest

from render.sound.limiter import limited, true_peak
from render.sound.loudness import SILENCE_LUFS, integrated, levelled

RATE = 22050


def tone(seconds, amplitude, frequency=1000.0, rate=RATE):
    steps = np.arange(round(seconds * rate))
    wave = amplitude * np.sin(2 * np.pi * frequency * steps / rate)
    return np.rint(32767 * wave).astype("<i2").tobytes()


def speechlike(seconds=20.0):
    """Noise in bursts of 150 ms, of a level that changes, with some sharp peaks."""
    noise = np.random.default_rng(7).standard_normal(round(seconds * RATE))
    steps = np.arange(noise.size)
    envelope = (steps // (RATE * 150 // 1000)) % 3 / 2 * (0.5 + 0.5 * np.sin(steps / RATE))
    sound = np.clip(noise * envelope * 0.08, -0.9, 0.9)
    sound[:: RATE // 2] = 0.9
    return np.rint(32767 * sound).astype("<i2").tobytes()


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100, 48000])
def test_a_997_hz_tone_at_full_scale_reads_minus_3_01_lufs(rate):
    """BS.1770-5 annex 1: a 997 Hz sine of 0 dBFS in one channel is -3.01 LKFS."""
    assert integrated(tone(10, 1.0, 997.0, rate), rate) == pytest.approx(-3.01, abs=0.05)


def test_loudness_follows_level_one_to_one():
    difference = integrated(tone(5, 0.4), RATE) - integrated(tone(5, 0.2), RATE)

    assert difference == pytest.approx(6.02, abs=0.02)


def test_silence_between_phrases_is_gated_out():
    phrase = tone(4, 0.1)

    spaced = phrase + bytes(2 * RATE * 4) + phrase
    assert integrated(spaced, RATE) == pytest.approx(integrated(phrase, RATE), abs=0.3)


@pytest.mark.parametrize("pcm", [b"", bytes(2), bytes(2 * RATE * 3)])
def test_silence_has_no_loudness_and_stays_silence(pcm):
    assert integrated(pcm, RATE) == SILENCE_LUFS
    assert levelled(pcm, RATE) == pcm


@pytest.mark.parametrize(
    "pcm", [tone(5, 0.02), tone(0.2, 0.5), speechlike()], ids=["soft", "short", "spiky"]
)
def test_levelled_sound_is_at_the_target_and_under_the_ceiling(pcm):
    level = levelled(pcm, RATE)

    assert len(level) == len(pcm)
    assert integrated(level, RATE) == pytest.approx(-19, abs=0.5)
    assert 20 * math.log10(true_peak(level)) <= -3.5


def test_peaks_between_samples_are_counted():
    """A quarter of the rate, half a step off: samples at 0.707 of the true peak."""
    steps = np.arange(RATE)
    wave = 0.8 * np.sin(np.pi / 2 * steps + np.pi / 4)
    pcm = np.rint(32767 * wave).astype("<i2").tobytes()

    assert true_peak(pcm) == pytest.approx(0.8, abs=0.015)
    assert true_peak(limited(pcm, RATE, gain_db=0, ceiling_dbfs=-6).take()) <= 10 ** (-6 / 20)


def test_the_limiter_leaves_soft_sound_alone():
    soft = tone(1, 0.1)

    assert limited(soft, RATE, gain_db=0, ceiling_dbfs=-3.5).take() == soft


def test_chunks_leave_no_seam():
    """Longer than two chunks of the limiter and of the meter."""
    pcm = tone(26, 0.9)

    level = np.frombuffer(limited(pcm, RATE, gain_db=0, ceiling_dbfs=-6).take(), dtype="<i2")
    peaks = np.abs(level[RATE:-RATE].reshape(-1, RATE // 10).astype(int)).max(axis=1)
    assert peaks.max() - peaks.min() <= 4
