"""eSpeak NG's C interface, in its synchronous mode: what `speak_lib.h` 1.52 declares.

Knows nothing of processes: a crash here takes the caller with it, so call it in the cage.
"""

from __future__ import annotations

import ctypes
import sys

from render.errors import EngineError
from render.voices.espeak.wire import SAMPLE_RATE_HZ

_OUTPUT_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_POSITION_CHARACTER = 1
# Neither SSML nor PHONEMES: `<break/>` and `[[h@l'oU]]` are text like any other.
_PLAIN_UTF8 = 1
_PHONEMES = 0x100
_RATE = 1
_EVENT_END, _EVENT_WORD = 0, 1
_SLOWEST, _FASTEST = 80, 450
# Sound between two calls of ours. Its own 60 ms make 3,000 calls an article; from 2 s on
# it makes other sound.
_CALLBACK_MS = 1000

TYPE_CHECKING = False  # as `typing` has it, which is slow to load


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


if TYPE_CHECKING:
    _Events = ctypes._Pointer[_Event]  # noqa: SLF001  its only name


# A word as it is reported: first character from 0, character count, first sample. A bare
# tuple, since `dataclasses` takes longer to load than a sentence to say.
WordEvent = tuple[int, int, int]


class Library:
    """One loaded library, from its initialisation to its unloading."""

    def __init__(self, handle: ctypes.CDLL, data_path: str) -> None:
        self._c = handle
        self._pcm = bytearray()
        self._events: list[WordEvent] = []
        # Kept here: a callback that Python has freed crashes the process.
        self._callback = _Callback(self._collect)
        rate = handle.espeak_Initialize(
            _OUTPUT_SYNCHRONOUS, _CALLBACK_MS, data_path.encode(), _DO_NOT_EXIT
        )
        if rate != SAMPLE_RATE_HZ:
            raise EngineError(
                f"eSpeak NG did not start from '{data_path}' (it answered {rate})",
                hint="install it again with `pip install --force-reinstall espeakng-loader`",
            )
        handle.espeak_SetSynthCallback(self._callback)

    def choose_voice(self, path: str) -> None:
        """Take the voice file at `path` below the data's `lang` folder."""
        status = self._c.espeak_SetVoiceByName(path.encode())
        if status != 0:
            raise EngineError(f"eSpeak NG cannot use its voice '{path}' (status {status})")

    def set_speed(self, words_per_minute: int) -> None:
        """Speak at this speed, within what the engine can (80 to 450)."""
        self._c.espeak_SetParameter(_RATE, min(max(words_per_minute, _SLOWEST), _FASTEST), 0)

    def say(self, text: str, pcm: bytearray, *, phonemes: bool = False) -> list[WordEvent]:
        """The word events of a text, whose PCM is put at the end of `pcm`.

        With `phonemes`, those in double brackets are said as such.
        """
        self._pcm, self._events = pcm, []
        body = text.encode() + b"\0"
        flags = _PLAIN_UTF8 | (_PHONEMES if phonemes else 0)
        status = self._c.espeak_Synth(body, len(body), 0, _POSITION_CHARACTER, 0, flags, None, None)
        if status != 0:
            raise EngineError(f"eSpeak NG refused a sentence (status {status})")
        return self._events

    def close(self) -> None:
        """Free what the engine holds and unload it, so that the next one starts fresh."""
        self._c.espeak_Terminate()
        unload(self._c._handle)  # noqa: SLF001  ctypes offers no other way to unload

    def _collect(self, wave: int | None, count: int, events: _Events) -> int:
        if wave and count > 0:
            self._pcm += ctypes.string_at(wave, 2 * count)
        index = 0
        while events[index].type != _EVENT_END:
            event = events[index]
            if event.type == _EVENT_WORD:
                self._events.append((event.text_position - 1, event.length, event.sample))
            index += 1
        return 0


def unload(handle: int) -> None:
    """Give a library back to the system."""
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").FreeLibrary(ctypes.c_void_p(handle))
    else:
        import _ctypes  # private, but ctypes has no public dlclose

        _ctypes.dlclose(handle)
