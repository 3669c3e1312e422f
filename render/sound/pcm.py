"""Mono signed 16-bit samples: their audible part, and their change of rate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# -52 dBFS: under it lie an engine's fade-out and dither, over it the softest fricative.
AUDIBLE = 80
# Kept on both sides of the audible part, so that a fade is not cut to a click.
MARGIN_S = 0.012
_CHUNK = 1 << 20

# Mono 16-bit little-endian samples, wherever they are.
Samples = bytes | memoryview


def samples(pcm: Samples) -> npt.NDArray[np.int16]:
    """A read-only view of the samples of `pcm`."""
    import numpy as np  # heavy

    return np.frombuffer(pcm, dtype="<i2")


def audible(pcm: Samples, sample_rate_hz: int) -> tuple[int, int]:
    """The first sample, and the one after the last, of the audible part; (0, 0) in silence."""
    import numpy as np  # heavy

    loud = np.flatnonzero(np.abs(samples(pcm).astype(np.int32)) > AUDIBLE)
    if loud.size == 0:
        return 0, 0
    margin = round(MARGIN_S * sample_rate_hz)
    return max(0, int(loud[0]) - margin), min(len(pcm) // 2, int(loud[-1]) + 1 + margin)


def longest_silence_s(pcm: Samples, sample_rate_hz: int) -> float:
    """The longest stretch without sound between the first sound and the last, in seconds."""
    import numpy as np  # heavy

    sound = samples(pcm)
    longest, last = 0, None
    for start in range(0, sound.size, _CHUNK):
        piece = sound[start : start + _CHUNK].astype(np.int32)
        loud = np.flatnonzero(np.abs(piece) > AUDIBLE)
        if loud.size == 0:
            continue
        if last is not None:
            longest = max(longest, start + int(loud[0]) - last)
        longest = max(longest, int(np.diff(loud).max(initial=0)))
        last = start + int(loud[-1])
    return longest / sample_rate_hz


def silence(duration_s: float, sample_rate_hz: int) -> bytes:
    """Samples of nothing, to the nearest sample."""
    return bytes(2 * round(duration_s * sample_rate_hz))


def resample(pcm: bytes, from_hz: int, to_hz: int) -> bytes:
    """The same sound at another rate; its length is right to the nearest sample."""
    if from_hz == to_hz or not pcm:
        return pcm
    return b"".join(resampled(pcm, from_hz, to_hz))


def resampled(pcm: Samples, from_hz: int, to_hz: int) -> Iterator[bytes]:
    """The same sound at another rate, piece by piece, so that hours need no memory."""
    import numpy as np  # heavy
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler

    sound = samples(pcm)
    wanted = round(sound.size * to_hz / from_hz)
    resampler = AudioResampler(format="s16", layout="mono", rate=to_hz)
    for start in (*range(0, sound.size, _CHUNK), None):
        frame = None
        if start is not None:
            piece = np.ascontiguousarray(sound[start : start + _CHUNK].reshape(1, -1))
            frame = AudioFrame.from_ndarray(piece, format="s16", layout="mono")
            frame.sample_rate = from_hz
        for out in resampler.resample(frame):
            got = out.to_ndarray().reshape(-1)[:wanted].astype("<i2")
            wanted -= got.size
            yield got.tobytes()
    yield bytes(2 * wanted)
