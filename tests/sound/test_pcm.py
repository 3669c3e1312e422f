import array

import numpy as np
import pytest

from render.sound.pcm import audible, resample, silence


def ramp(count):
    return array.array("h", [1000] * count).tobytes()


def test_audible_part_keeps_a_margin_for_fades():
    pcm = silence(0.5, 10000) + ramp(2000) + silence(0.5, 10000)

    assert audible(pcm, 10000) == (5000 - 120, 7000 + 120)


def test_silence_and_dither_have_no_audible_part():
    dither = array.array("h", [40, -40] * 500).tobytes()

    assert audible(dither, 22050) == (0, 0)
    assert audible(b"", 22050) == (0, 0)


@pytest.mark.parametrize(("from_hz", "to_hz"), [(16000, 22050), (24000, 22050), (22050, 44100)])
def test_resampling_keeps_the_time(from_hz, to_hz):
    pcm = ramp(from_hz * 2)

    assert len(resample(pcm, from_hz, to_hz)) == 2 * 2 * to_hz


def test_resampling_keeps_the_sound_in_place():
    pcm = silence(1, 16000) + ramp(8000) + silence(1, 16000)

    first, last = audible(resample(pcm, 16000, 22050), 22050)
    assert first == pytest.approx(22050 - 0.012 * 22050, abs=40)
    assert last == pytest.approx(22050 * 1.5 + 0.012 * 22050, abs=40)
    assert np.frombuffer(resample(pcm, 16000, 16000), "<i2").size == 40000
