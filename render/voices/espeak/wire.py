"""What crosses the border of the cage: an order for utterances, and the speech made of them.

The child imports it for every article, so it needs nothing that takes time to load.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator

# What eSpeak NG makes, whatever the voice.
SAMPLE_RATE_HZ = 22050

Word = tuple[int, int, int, int]
Speech = tuple[bytes, tuple[Word, ...]]

_HEAD = struct.Struct(">II")
_WORD = struct.Struct(">IIII")


def encode_order(
    library_path: str, data_path: str, words_per_minute: int, texts: list[tuple[str, str]]
) -> bytes:
    """An order; `texts` are pairs of a voice file and what it says."""
    return json.dumps([library_path, data_path, words_per_minute, texts]).encode()


def decode_order(payload: bytes) -> tuple[str, str, int, list[tuple[str, str]]]:
    """The values of an order, in the order above."""
    library_path, data_path, words_per_minute, texts = json.loads(payload)
    return library_path, data_path, words_per_minute, texts


def encode_speeches(speeches: Iterable[Speech]) -> bytes:
    """PCM with words as `(char_begin, char_end, begin_sample, end_sample)`, in order."""
    parts = []
    for pcm, words in speeches:
        parts.append(_HEAD.pack(len(words), len(pcm)))
        parts.extend(_WORD.pack(*word) for word in words)
        parts.append(pcm)
    return b"".join(parts)


def decode_speeches(reply: bytes) -> Iterator[Speech]:
    """The PCM and words of each utterance, in order."""
    at = 0
    while at < len(reply):
        word_count, pcm_length = _HEAD.unpack_from(reply, at)
        at += _HEAD.size
        begin = at + word_count * _WORD.size
        words = tuple(_WORD.iter_unpack(reply[at:begin]))
        at = begin + pcm_length
        yield reply[begin:at], words
