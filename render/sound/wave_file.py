"""Sound files of speech engines and coders, read: by FFmpeg, WAV by the standard library."""

from __future__ import annotations

import io
import wave
from itertools import chain

from render.errors import EngineError
from render.spool import Spool


def read_sound(data: bytes, name: str) -> tuple[memoryview, int]:
    """Mono 16-bit PCM and its rate in Hz; raises EngineError, calling the file `name`."""
    with Spool() as sound:
        rate_hz = decode(data, name, sound)
        return sound.take(), rate_hz


def decode(data: bytes, name: str, sound: Spool) -> int:
    """Add the mono 16-bit PCM of a file to `sound`, and give its rate in Hz.

    Raises EngineError, calling the file `name`.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getnchannels() == 1 and file.getsampwidth() == 2:
                sound.add(file.readframes(file.getnframes()))
                return int(file.getframerate())
    except (wave.Error, EOFError):
        pass
    return _decode(data, name, sound)


def _decode(data: bytes, name: str, sound: Spool) -> int:
    import av  # heavy
    from av.audio.resampler import AudioResampler

    try:
        with av.open(io.BytesIO(data), "r") as file:
            stream = file.streams.audio[0]
            to_mono = AudioResampler(format="s16", layout="mono", rate=stream.sample_rate)
            for frame in chain(file.decode(stream), (None,)):
                for out in to_mono.resample(frame):
                    sound.add(out.to_ndarray().tobytes())
            return int(stream.sample_rate)
    except (av.FFmpegError, IndexError) as error:
        raise EngineError(f"{name} is no sound file: {error}") from error
