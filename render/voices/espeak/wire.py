"""What crosses the border of the cage: an order for utterances, and the speech made of them.

The child imports it for every article, so it needs nothing that takes time to load.
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False  # as `typing` has it, which is slow to load
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What eSpeak NG makes, whatever the voice.
SAMPLE_RATE_HZ = 22050

Word = tuple[int, int, int, int]
Speech = tuple[bytes, tuple[Word, ...]]

_HEAD = struct.Struct(">II")
_WORD = struct.Struct(">IIII")
# Before a text in which `[[` begins phonemes; never in a text that anyone wrote.
PHONEMES = "\1"
# It would end a text in C; the text gate has removed it long before.
_BETWEEN = "\0"


def encode_order(
    library_path: str, data_path: str, words_per_minute: int, texts: list[tuple[str, str]]
) -> bytes:
    """An order; `texts` are pairs of a voice file and what it says.

    A text that begins with PHONEMES has some in double brackets.
    """
    said = [part.replace(_BETWEEN, " ") for pair in texts for part in pair]
    order = _BETWEEN.join([library_path, data_path, str(words_per_minute), *said])
    return order.encode("utf-8", "surrogatepass")


def decode_order(payload: bytes) -> tuple[str, str, int, list[tuple[str, str]]]:
    """The values of an order, in the order above."""
    library_path, data_path, words_per_minute, *said = payload.decode(
        "utf-8", "surrogatepass"
    ).split(_BETWEEN)
    texts = list(zip(said[::2], said[1::2], strict=True))
    return library_path, data_path, int(words_per_minute), texts


def add_speech(reply: bytearray, say: Callable[[bytearray], tuple[Word, ...]]) -> None:
    """Put an utterance at the end of a reply.

    `say` appends its PCM and gives its words as `(char_begin, char_end, begin_sample,
    end_sample)`.
    """
    at = len(reply)
    reply += bytes(_HEAD.size)
    words = say(reply)
    _HEAD.pack_into(reply, at, len(words), len(reply) - at - _HEAD.size)
    for word in words:
        reply += _WORD.pack(*word)


def decode_speeches(reply: bytes | bytearray) -> Iterator[Speech]:
    """The PCM and words of each utterance, in order."""
    view = memoryview(reply)
    at = 0
    while at < len(view):
        word_count, pcm_length = _HEAD.unpack_from(view, at)
        begin = at + _HEAD.size
        end = begin + pcm_length
        at = end + word_count * _WORD.size
        yield bytes(view[begin:end]), tuple(_WORD.iter_unpack(view[end:at]))
