"""Loudness after ITU-R BS.1770-5, and levelling to a target under a true-peak ceiling."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.sound.limiter import limited
from render.sound.pcm import Samples, samples

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# -19 LUFS mono serves podcasts (Apple, EBU R 128 s1) and ACX audiobooks at once.
TARGET_LUFS = -19.0
# Leaves room for what MP3 and AAC add when they are decoded (1.6 dB at worst, measured).
CEILING_DBFS = -3.5
SILENCE_LUFS = -math.inf
_TOLERANCE_LU = 0.1
# What the limiter takes has to be given more than once: 1 dB of gain brings 0.6 LU of speech.
_CORRECTION = 1.7
_CORRECTIONS = 3

_STEP_S = 0.1
# Its spectrum fits into a processor's cache.
_FFT_SIZE = 1 << 15
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
_OFFSET = -0.691


def levelled(
    pcm: Samples,
    sample_rate_hz: int,
    *,
    target_lufs: float = TARGET_LUFS,
    ceiling_dbfs: float = CEILING_DBFS,
) -> memoryview:
    """The same number of samples at `target_lufs`, no true peak over the ceiling.

    Silence stays silence. A sound too spiky for both reaches the ceiling, not the target.
    """
    before = integrated(pcm, sample_rate_hz)
    if before == SILENCE_LUFS:
        return memoryview(bytes(pcm))
    gain_db = target_lufs - before
    attempts = 0
    while True:
        # Rounding to 0.01 dB keeps the bytes the same where FFTs differ in their last bit.
        gain_db = round(gain_db, 2)
        with limited(pcm, sample_rate_hz, gain_db=gain_db, ceiling_dbfs=ceiling_dbfs) as level:
            missing_db = target_lufs - integrated(level.view(), sample_rate_hz)
            if abs(missing_db) <= _TOLERANCE_LU or attempts == _CORRECTIONS:
                return level.take()
        attempts += 1
        gain_db += _CORRECTION * missing_db


def integrated(pcm: Samples, sample_rate_hz: int) -> float:
    """The integrated loudness of a mono programme in LUFS, gated; -inf for silence."""
    import numpy as np  # heavy

    steps = np.array(list(_step_powers(pcm, sample_rate_hz)))
    if steps.size == 0:
        return SILENCE_LUFS
    # Gating blocks of 400 ms overlap by 75 %; a shorter programme is one block.
    blocks = np.convolve(steps, np.full(4, 0.25), "valid") if steps.size >= 4 else steps
    loud = blocks[blocks > _power(_ABSOLUTE_GATE_LUFS)]
    if loud.size == 0:
        return SILENCE_LUFS
    gate = _lufs(float(loud.mean())) + _RELATIVE_GATE_LU
    return _lufs(float(loud[loud > _power(gate)].mean()))


def _lufs(power: float) -> float:
    return _OFFSET + 10 * math.log10(power)


def _power(lufs: float) -> float:
    return math.pow(10.0, (lufs - _OFFSET) / 10)


def _step_powers(pcm: Samples, sample_rate_hz: int) -> Iterator[float]:
    """Mean square of the K-weighted sound in steps of 100 ms, a chunk at a time."""
    import numpy as np  # heavy

    step = round(_STEP_S * sample_rate_hz)
    # The high-pass at 38 Hz has fallen by 100 dB after 80 ms.
    taps = round(0.1 * sample_rate_hz)
    chunk = (_FFT_SIZE - taps) // step * step
    response = _k_response(sample_rate_hz, taps)
    sound = samples(pcm)
    for start in range(0, sound.size, chunk):
        # Overlap-save: the filter needs the samples before the chunk.
        lead = min(start, taps - 1)
        piece = sound[start - lead : start + chunk].astype(np.float32) / np.float32(32768)
        spectrum = np.fft.rfft(piece, _FFT_SIZE) * response
        squares = np.square(np.fft.irfft(spectrum, _FFT_SIZE)[lead : piece.size])
        whole = squares.size // step * step
        yield from squares[:whole].reshape(-1, step).mean(axis=1).tolist()
        if squares.size - whole > step // 2 or (start == 0 and whole == 0):
            yield float(squares[whole:].mean())


def _k_response(sample_rate_hz: int, taps: int) -> npt.NDArray[np.complex64]:
    """The K-weighting of BS.1770 annex 1 as the spectrum of its impulse response."""
    import numpy as np  # heavy

    short = 1 << (2 * taps).bit_length()
    z = np.exp(-1j * np.pi * np.arange(short // 2 + 1) / (short // 2))
    both = _shelf(z, sample_rate_hz) * _high_pass(z, sample_rate_hz)
    impulse = np.fft.irfft(both, short)[:taps]
    return np.fft.rfft(impulse.astype(np.float32), _FFT_SIZE).astype(np.complex64)


def _shelf(z: npt.NDArray[np.complex128], sample_rate_hz: int) -> npt.NDArray[np.complex128]:
    # The analogue prototype behind the 48 kHz table of annex 1, so that any rate will do.
    k = math.tan(math.pi * 1681.974450955533 / sample_rate_hz)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    b = (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k)
    a = (a0, 2 * (k * k - 1), 1 - k / q + k * k)
    return _ratio(z, b, a)


def _high_pass(z: npt.NDArray[np.complex128], sample_rate_hz: int) -> npt.NDArray[np.complex128]:
    k = math.tan(math.pi * 38.13547087602444 / sample_rate_hz)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return _ratio(z, (a0, -2 * a0, a0), (a0, 2 * (k * k - 1), 1 - k / q + k * k))


def _ratio(
    z: npt.NDArray[np.complex128],
    b: tuple[float, float, float],
    a: tuple[float, float, float],
) -> npt.NDArray[np.complex128]:
    top: npt.NDArray[np.complex128] = b[0] + b[1] * z + b[2] * z * z
    return top / (a[0] + a[1] * z + a[2] * z * z)
