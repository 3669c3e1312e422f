"""What crosses the border of the cage; the answer is bare PCM."""

from __future__ import annotations

import msgspec

SAMPLE_RATE_HZ = 16000


class Order(msgspec.Struct, frozen=True, array_like=True):
    """Plain text, the voice to say it with, and the speed."""

    text: str
    voice: str
    words_per_minute: int


def encode_order(order: Order) -> bytes:
    """The order as bytes."""
    return msgspec.msgpack.encode(order)


def decode_order(payload: bytes) -> Order:
    """The order from its bytes."""
    return msgspec.msgpack.decode(payload, type=Order)
