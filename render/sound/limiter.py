"""Gain, and a look-ahead limiter that keeps true peaks under a ceiling."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from render.sound.pcm import Samples, samples
from render.spool import Spool

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LOOK_AHEAD_S = 0.005
_RELEASE_S = 0.05
_CHUNK = 1 << 18
_OVERSAMPLING = 4
_TAPS = 16
_MARGIN = _TAPS
# A point between samples is rarely more than 4 dB over both of them, in speech never.
_NEAR = 0.6


def limited(pcm: Samples, sample_rate_hz: int, *, gain_db: float, ceiling_dbfs: float) -> Spool:
    """The samples after gain, true peaks (four times oversampled) under the ceiling.

    The caller closes the spool.
    """
    import numpy as np  # heavy

    sound = samples(pcm)
    gain = np.float32(10.0 ** (gain_db / 20))
    # 0.1 dB under, for what lies between the oversampled points.
    ceiling = np.float32(32768 * 10.0 ** ((ceiling_dbfs - 0.1) / 20))
    attack = max(1, round(_LOOK_AHEAD_S * sample_rate_hz))
    reach = attack + round(_RELEASE_S * sample_rate_hz) + _MARGIN
    out = Spool()
    for start in range(0, sound.size, _CHUNK):
        # A sample's gain depends on its neighbours within reach, so chunks overlap by it.
        lead = min(start, 2 * reach)
        piece = sound[start - lead : start + _CHUNK + 2 * reach].astype(np.float32) * gain
        piece *= _gain_curve(piece, ceiling, attack, reach)
        kept = piece[lead : lead + _CHUNK]
        out.add(np.rint(kept).astype("<i2").tobytes())
    return out


def true_peak(pcm: Samples) -> float:
    """The highest true peak, as a share of full scale."""
    import numpy as np  # heavy

    sound = samples(pcm)
    highest = 0.0
    for start in range(0, sound.size, _CHUNK):
        lead = min(start, _MARGIN)
        piece = sound[start - lead : start + _CHUNK + _MARGIN].astype(np.float32)
        highest = max(highest, float(np.abs(piece).max()))
        highest = max(highest, float(_peaks(piece, highest)[lead : lead + _CHUNK].max(initial=0)))
    return highest / 32768


def _gain_curve(
    sound: npt.NDArray[np.float32], ceiling: np.float32, attack: int, reach: int
) -> npt.NDArray[np.float32]:
    import numpy as np  # heavy

    peaks = _peaks(sound, float(ceiling))
    if float(peaks.max(initial=0)) <= ceiling:
        return np.ones(sound.size, dtype=np.float32)
    needed = ceiling / np.maximum(peaks, ceiling)
    # Lowest gain needed from `attack` ahead to the end of the release behind, then a mean
    # over the attack: it falls in time, and never rises over what a peak allows.
    held = _sliding_minimum(np.pad(needed, (reach, attack), mode="edge"), reach + attack + 1)
    window = 2 * (attack // 2) + 1
    sums = np.cumsum(np.pad(held, (window // 2 + 1, window // 2), mode="edge"), dtype=np.float64)
    smooth = (sums[window:] - sums[:-window]) / window
    return np.minimum(smooth, 1).astype(np.float32)


def _sliding_minimum(values: npt.NDArray[np.float32], width: int) -> npt.NDArray[np.float32]:
    """The minimum of every run of `width` values, by doubling."""
    import numpy as np  # heavy

    done = 1
    while done < width:
        step = min(done, width - done)
        values = np.minimum(values[:-step], values[step:])
        done += step
    return values


def _peaks(sound: npt.NDArray[np.float32], ceiling: float) -> npt.NDArray[np.float32]:
    """The highest absolute value at each sample and at three points up to the next.

    The points between are computed only where they can pass `ceiling`.
    """
    import numpy as np  # heavy

    peaks = np.abs(sound)
    near = peaks > _NEAR * ceiling
    near[:-1] |= near[1:]
    where = np.flatnonzero(near)
    if where.size:
        around = np.pad(sound, (_TAPS // 2 - 1, _TAPS // 2))
        runs = np.lib.stride_tricks.sliding_window_view(around, _TAPS)[where]
        between = np.abs(runs @ _interpolators()).max(axis=1)
        peaks[where] = np.maximum(peaks[where], between)
    return peaks


@cache
def _interpolators() -> npt.NDArray[np.float32]:
    """One windowed sinc for each of the points between two samples, as columns."""
    import numpy as np  # heavy

    taps = np.arange(_TAPS) - (_TAPS // 2 - 1)
    columns = []
    for part in range(1, _OVERSAMPLING):
        distance = taps - part / _OVERSAMPLING
        window = np.i0(6.0 * np.sqrt(1 - (distance / (_TAPS / 2)) ** 2)) / np.i0(6.0)
        columns.append(np.sinc(distance) * window)
    return np.stack(columns, axis=1).astype(np.float32)
