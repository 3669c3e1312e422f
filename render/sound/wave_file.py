"""Sound files of speech engines, read: WAV by the standard library, others by FFmpeg."""

from __future__ import annotations

import io
import wave

from render.errors import EngineError


def read_sound(data: bytes, name: str) -> tuple[bytes, int]:
    """Mono 16-bit PCM and its rate in Hz; raises EngineError, calling the file `name`."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getnchannels() == 1 and file.getsampwidth() == 2:
                return file.readframes(file.getnframes()), file.getframerate()
    except (wave.Error, EOFError):
        pass
    return _decoded(data, name)


def _decoded(data: bytes, name: str) -> tuple[bytes, int]:
    import av  # heavy
    from av.audio.resampler import AudioResampler

    try:
        with av.open(io.BytesIO(data), "r") as file:
            stream = file.streams.audio[0]
            to_mono = AudioResampler(format="s16", layout="mono", rate=stream.sample_rate)
            frames = [out for frame in file.decode(stream) for out in to_mono.resample(frame)]
            frames += to_mono.resample(None)
    except (av.FFmpegError, IndexError) as error:
        raise EngineError(f"{name} is no sound file: {error}") from error
    return b"".join(frame.to_ndarray().tobytes() for frame in frames), stream.sample_rate
