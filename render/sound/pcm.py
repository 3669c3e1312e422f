"""Mono signed 16-bit samples: their audible part, and their change of rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# -52 dBFS: under it lie an engine's fade-out and dither, over it the softest fricative.
AUDIBLE = 80
# Kept on both sides of the audible part, so that a fade is not cut to a click.
MARGIN_S = 0.012


def samples(pcm: bytes) -> npt.NDArray[np.int16]:
    """A read-only view of the samples of `pcm`."""
    import numpy as np  # heavy

    return np.frombuffer(pcm, dtype="<i2")


def audible(pcm: bytes, sample_rate_hz: int) -> tuple[int, int]:
    """The first sample, and the one after the last, of the audible part; (0, 0) in silence."""
    import numpy as np  # heavy

    loud = np.flatnonzero(np.abs(samples(pcm).astype(np.int32)) > AUDIBLE)
    if loud.size == 0:
        return 0, 0
    margin = round(MARGIN_S * sample_rate_hz)
    return max(0, int(loud[0]) - margin), min(len(pcm) // 2, int(loud[-1]) + 1 + margin)


def longest_silence_s(pcm: bytes, sample_rate_hz: int) -> float:
    """The longest stretch without sound between the first sound and the last, in seconds."""
    import numpy as np  # heavy

    loud = np.flatnonzero(np.abs(samples(pcm).astype(np.int32)) > AUDIBLE)
    if loud.size < 2:
        return 0.0
    return float(np.diff(loud).max()) / sample_rate_hz


def silence(duration_s: float, sample_rate_hz: int) -> bytes:
    """Samples of nothing, to the nearest sample."""
    return bytes(2 * round(duration_s * sample_rate_hz))


def resample(pcm: bytes, from_hz: int, to_hz: int) -> bytes:
    """The same sound at another rate; its length is right to the nearest sample."""
    if from_hz == to_hz or not pcm:
        return pcm
    import numpy as np  # heavy
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler

    frame = AudioFrame.from_ndarray(samples(pcm).reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = from_hz
    resampler = AudioResampler(format="s16", layout="mono", rate=to_hz)
    parts = [
        out.to_ndarray().reshape(-1) for given in (frame, None) for out in resampler.resample(given)
    ]
    wanted = round(len(pcm) // 2 * to_hz / from_hz)
    got = np.concatenate(parts)[:wanted].astype("<i2")
    return got.tobytes() + bytes(2 * (wanted - got.size))
