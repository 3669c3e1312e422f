"""PCM to coded packets and files, by FFmpeg's coders through PyAV."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from render.errors import EngineError, MissingEngineError
from render.sound.once import Once
from render.sound.pcm import Samples, resampled, samples

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from av.audio.frame import AudioFrame

# Speech in mono: transparent in listening tests from about 48 kbit/s in both coders.
BIT_RATE = 48_000
# Variable: about 38 kbit/s for speech. The coder's own mode for speech ("voip") filters it,
# takes twice as long and overshoots full scale (+0.4 dB, measured).
OPUS_BIT_RATE = 24_000
_OPUS_RATE_HZ = 24_000
# LAME 3.100 makes the sound softer by it (0.45 dB, measured at 48 to 64 kbit/s).
_LAME_SCALE = 0.95
_OPUS_CLOCK_HZ = 48_000
_FRAMES_PER_CALL = 1 << 16
_INSTALL = "install it with `pip install 'lisible[audio]'`, or leave audio out with `--to`"


@dataclass(frozen=True, slots=True)
class AacTrack:
    """AAC-LC packets of 1024 samples each, without container.

    `configuration` is the AudioSpecificConfig of ISO 14496-3; the first
    `priming_samples` samples of the decoded sound are the coder's own.
    """

    configuration: bytes
    packets: tuple[bytes, ...]
    sample_rate_hz: int
    sample_count: int
    priming_samples: int


@dataclass(frozen=True, slots=True)
class OpusTrack:
    """Opus packets without container, and the OpusHead that goes before them (RFC 7845).

    Positions count samples at 48 kHz, whatever went in.
    """

    head: bytes
    packets: tuple[bytes, ...]
    samples_per_packet: int
    end_granule: int


# What one article's formats share; an hour of MP3 is 21 MB.
_mp3_files = Once(most_bytes=64_000_000)


def mp3(pcm: Samples, sample_rate_hz: int) -> bytes:
    """A constant bit rate MP3 without tags, with the LAME header that makes it gapless.

    The MP3 and the EPUB ask for the same sound at the same time, DAISY and LPF for the
    same parts, and coding is the longest step of a build: each is coded once.
    """
    key = (hashlib.sha256(pcm).digest(), sample_rate_hz)
    return _mp3_files.get(key, lambda: _mp3(pcm, sample_rate_hz))


def _mp3(pcm: Samples, sample_rate_hz: int) -> bytes:
    _require_av()
    import av  # heavy

    out = io.BytesIO()
    options = {"id3v2_version": "0", "write_xing": "1", "fflags": "+bitexact"}
    try:
        with av.open(out, "w", format="mp3", options=options) as container:
            # Level 7 takes half the time of 5; at this rate of speech nobody hears which.
            stream = container.add_stream(
                "libmp3lame", rate=sample_rate_hz, options={"compression_level": "7"}
            )
            stream.codec_context.layout = "mono"
            stream.codec_context.bit_rate = BIT_RATE
            for frame in _frames(pcm, sample_rate_hz, 1 / _LAME_SCALE):
                container.mux(stream.codec_context.encode(frame))
            container.mux(stream.codec_context.encode(None))
    except av.FFmpegError as error:
        raise EngineError(f"the MP3 coder failed: {error.strerror}") from error
    return out.getvalue()


def aac(pcm: Samples, sample_rate_hz: int) -> AacTrack:
    """The sound as AAC-LC."""
    _require_av()
    import av  # heavy
    from av.audio.codeccontext import AudioCodecContext

    try:
        coder = AudioCodecContext.create("aac", "w")
        coder.sample_rate, coder.layout, coder.format = sample_rate_hz, "mono", "fltp"
        coder.bit_rate = BIT_RATE
        # The default coder takes six times as long for the same ear.
        coder.options = {"aac_coder": "fast"}
        packets = [
            packet
            for frame in chain(_frames(pcm, sample_rate_hz), (None,))
            for packet in coder.encode(frame)
        ]
    except av.FFmpegError as error:
        raise EngineError(f"the AAC coder failed: {error.strerror}") from error
    first = packets[0].pts if packets else 0
    return AacTrack(
        configuration=bytes(coder.extradata or b""),
        packets=tuple(bytes(packet) for packet in packets),
        sample_rate_hz=sample_rate_hz,
        sample_count=len(pcm) // 2,
        priming_samples=-(first or 0),
    )


def opus(pcm: Samples, sample_rate_hz: int) -> OpusTrack:
    """The sound as Opus, from 24 kHz: all that speech from an engine holds."""
    _require_av()
    import av  # heavy
    from av.audio.codeccontext import AudioCodecContext

    try:
        coder = AudioCodecContext.create("libopus", "w")
        coder.sample_rate, coder.layout, coder.format = _OPUS_RATE_HZ, "mono", "s16"
        coder.bit_rate = OPUS_BIT_RATE
        coder.options = {"compression_level": "5", "application": "audio"}
        packets = tuple(
            bytes(packet)
            for frame in chain(_opus_frames(pcm, sample_rate_hz), (None,))
            for packet in coder.encode(frame)
        )
    except av.FFmpegError as error:
        raise EngineError(f"the Opus coder failed: {error.strerror}") from error
    head = bytes(coder.extradata or b"")
    pre_skip = int.from_bytes(head[10:12], "little")
    sample_count = round(len(pcm) // 2 * _OPUS_RATE_HZ / sample_rate_hz)
    return OpusTrack(
        head=head,
        packets=packets,
        samples_per_packet=_OPUS_CLOCK_HZ // 50,
        end_granule=pre_skip + sample_count * _OPUS_CLOCK_HZ // _OPUS_RATE_HZ,
    )


def flac(pcm: Samples, sample_rate_hz: int) -> bytes:
    """A FLAC file with no more metadata than it needs."""
    _require_av()
    import av  # heavy

    out = io.BytesIO()
    try:
        with av.open(out, "w", format="flac", options={"fflags": "+bitexact"}) as container:
            stream = container.add_stream("flac", rate=sample_rate_hz)
            stream.codec_context.layout = "mono"
            stream.codec_context.format = "s16"
            for frame in chain(_frames(pcm, sample_rate_hz), (None,)):
                container.mux(stream.codec_context.encode(frame))
    except av.FFmpegError as error:
        raise EngineError(f"the FLAC coder failed: {error.strerror}") from error
    return out.getvalue()


def _opus_frames(pcm: Samples, sample_rate_hz: int) -> Iterator[AudioFrame]:
    if sample_rate_hz == _OPUS_RATE_HZ:
        yield from _frames(pcm, sample_rate_hz)
        return
    begin = 0
    for piece in resampled(pcm, sample_rate_hz, _OPUS_RATE_HZ):
        if piece:
            yield _frame(samples(piece), _OPUS_RATE_HZ, begin)
        begin += len(piece) // 2


def _frames(pcm: Samples, sample_rate_hz: int, gain: float = 1.0) -> Iterator[AudioFrame]:
    import numpy as np  # heavy

    sound = samples(pcm)
    for begin in range(0, sound.size, _FRAMES_PER_CALL):
        piece = sound[begin : begin + _FRAMES_PER_CALL]
        if gain != 1.0:
            louder = np.rint(piece.astype(np.float32) * np.float32(gain))
            piece = np.clip(louder, -32768, 32767).astype("<i2")
        yield _frame(piece, sample_rate_hz, begin)


def _frame(piece: npt.NDArray[np.int16], sample_rate_hz: int, begin: int) -> AudioFrame:
    import numpy as np  # heavy
    from av.audio.frame import AudioFrame

    shaped = np.ascontiguousarray(piece.reshape(1, -1))
    frame = AudioFrame.from_ndarray(shaped, format="s16", layout="mono")
    frame.sample_rate, frame.pts = sample_rate_hz, begin
    return frame


def _require_av() -> None:
    try:
        import av  # noqa: F401  optional: the audio extra
    except ModuleNotFoundError as error:
        raise MissingEngineError("the audio coders are not installed", hint=_INSTALL) from error
