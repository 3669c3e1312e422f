"""What crosses the border of the cage: an order for one utterance, and the speech made of it."""

from __future__ import annotations

import msgspec


class Order(msgspec.Struct, frozen=True, array_like=True):
    """Plain text, the voice file to say it with, and the speed."""

    text: str
    voice_path: str
    words_per_minute: int


class Speech(msgspec.Struct, frozen=True, array_like=True):
    """PCM with words as `(char_begin, char_end, begin_sample, end_sample)`."""

    pcm: bytes
    sample_rate_hz: int
    words: tuple[tuple[int, int, int, int], ...]


def encode_order(order: Order) -> bytes:
    """The order as bytes."""
    return msgspec.msgpack.encode(order)


def decode_order(payload: bytes) -> Order:
    """The order from its bytes."""
    return msgspec.msgpack.decode(payload, type=Order)


def encode_speech(speech: Speech) -> bytes:
    """The speech as bytes."""
    return msgspec.msgpack.encode(speech)


def decode_speech(payload: bytes) -> Speech:
    """The speech from its bytes."""
    return msgspec.msgpack.decode(payload, type=Speech)
