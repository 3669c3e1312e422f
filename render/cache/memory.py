"""Steps that are made once: a key from all that a step depends on, and the value it gave."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from render.cache.store import Store

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Memory:
    """A store and the fingerprint of the program, its tools and its theme.

    Without a store nothing is remembered and every step is made.
    """

    store: Store | None = None
    fingerprint: str = ""

    def key(self, *parts: Any) -> str:  # noqa: ANN401 (whatever msgspec can encode)
        """The key of a step that depends on these parts; empty when nothing is remembered."""
        if self.store is None:
            return ""
        digest = hashlib.sha256(self.fingerprint.encode())
        for part in parts:
            encoded = msgspec.msgpack.encode(part, order="deterministic")
            digest.update(len(encoded).to_bytes(8, "big"))
            digest.update(encoded)
        return digest.hexdigest()

    def recall(self, step: str, key: str, make: Callable[[], Value], kind: type[Value]) -> Value:
        """The value remembered under `key`, or the one that `make` gives, remembered from now on.

        What does not decode as a `kind` is made again.
        """
        if self.store is None:
            return make()
        held = self.store.get(step, key)
        if held is not None:
            try:
                return msgspec.msgpack.decode(held, type=kind)
            except msgspec.DecodeError:
                pass
        value = make()
        self.store.put(step, key, msgspec.msgpack.encode(value))
        return value


NOTHING_REMEMBERED = Memory()
