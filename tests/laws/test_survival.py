"""Law 12: whatever happens to the cache, what comes out of it is what was made."""

import shutil
import tempfile
import threading
from pathlib import Path

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from render.cache import Memory, Store
from tests.laws.examples import examples

NAMES = ("one", "two", "three")
KEYS = st.sampled_from(NAMES)


def _recalled(folder, name):
    memory = Memory(Store(folder), "program")
    return memory.recall("step", memory.key(name), lambda: _made(name), str)


def _made(name):
    return f"What {name} always gives. " * 3


class Cache(RuleBasedStateMachine):
    """Builds, crashes, damage, pruning and crowds, in any order."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())

    def teardown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def entries(self):
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    @rule(key=KEYS)
    def build(self, key):
        assert _recalled(self.folder, key) == _made(key)

    @rule(key=KEYS)
    def build_at_the_same_time(self, key):
        found = []
        threads = [
            threading.Thread(target=lambda: found.append(_recalled(self.folder, key)))
            for _ in range(3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [_made(key)] * 3

    @rule(which=st.integers(0, 9), at=st.floats(0, 1))
    def crash_in_the_middle_of_a_write(self, which, at):
        if entries := self.entries():
            path = entries[which % len(entries)]
            data = path.read_bytes()
            path.write_bytes(data[: int(at * len(data))])

    @rule(which=st.integers(0, 9), at=st.integers(0, 10**6))
    def turn_a_bit(self, which, at):
        if entries := self.entries():
            path = entries[which % len(entries)]
            data = bytearray(path.read_bytes())
            if data:
                data[at % len(data)] ^= 1
                path.write_bytes(data)

    @rule(which=st.integers(0, 9))
    def lose_a_file(self, which):
        if entries := self.entries():
            entries[which % len(entries)].unlink()

    @rule(size=st.integers(0, 200))
    def prune(self, size):
        Store(self.folder).prune(size)

    @invariant()
    def nothing_wrong_is_ever_read(self):
        memory = Memory(Store(self.folder), "program")
        for name in NAMES:
            held = Store(self.folder).get("step", memory.key(name))
            assert held in (None, msgspec.msgpack.encode(_made(name)))


TestCache = Cache.TestCase
TestCache.settings = examples(4, stateful_step_count=20)
