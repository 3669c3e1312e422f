import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from render.sound.once import Once


def test_many_who_ask_at_once_get_one_result():
    once, calls = Once(100), []
    ready = threading.Barrier(4)

    def make():
        calls.append(1)
        return b"sound"

    def ask(_):
        ready.wait()
        return once.get("key", make)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [b"sound"] * 4
    assert calls == [1]


def test_the_oldest_are_forgotten():
    once, calls = Once(10), []

    def make(name):
        calls.append(name)
        return bytes(6)

    for name in ("a", "b", "b", "a"):
        once.get(name, partial(make, name))
    assert calls == ["a", "b", "a"]


def test_a_failure_is_raised_and_not_kept():
    once = Once(10)

    def fail():
        raise ValueError("no coder")

    with pytest.raises(ValueError, match="no coder"):
        once.get("a", fail)
    assert once.get("a", lambda: b"now") == b"now"
