import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from render.cache import Memory, Store
from render.narration import Narration

MADE = Narration(memoryview(b"\1\2"), 22050, ())


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


def _files(store):
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def test_what_is_put_is_got(store):
    store.put("format", "ab12", b"body")

    assert store.get("format", "ab12") == b"body"
    assert store.get("format", "ab13") is None
    assert store.get("prepare", "ab12") is None


@pytest.mark.parametrize(
    "damage",
    [lambda held: held[:-1], lambda _: b"", lambda held: held[:-1] + b"X", lambda _: b"?"],
    ids=["cut", "emptied", "changed", "foreign"],
)
def test_a_damaged_entry_is_found_removed_and_made_again(store, damage):
    memory = Memory(store, "1")
    key = memory.key("one")
    memory.recall("format", key, lambda: MADE, Narration)
    (file,) = _files(store)
    file.write_bytes(damage(file.read_bytes()))

    assert store.get("format", key) is None
    assert _files(store) == []
    assert memory.recall("format", key, lambda: MADE, Narration) == MADE
    assert store.get("format", key) is not None


def test_an_entry_of_another_shape_is_made_again(store):
    store.put("format", "abcd", b"\x93\x01\x02\x03")

    assert Memory(store, "1").recall("format", "abcd", lambda: MADE, Narration) == MADE


def test_a_step_is_made_once(store):
    memory = Memory(store, "1")
    calls = []

    def make():
        calls.append(1)
        return MADE

    key = memory.key("format", ("a", 1))
    assert [memory.recall("format", key, make, Narration) for _ in range(3)] == [MADE] * 3
    assert len(calls) == 1


def test_every_part_and_the_fingerprint_change_the_key(store):
    keys = {
        Memory(store, "1").key("a", "b"),
        Memory(store, "1").key("ab", ""),
        Memory(store, "1").key("a", "c"),
        Memory(store, "2").key("a", "b"),
    }

    assert len(keys) == 4


def test_pruning_removes_what_was_longest_of_no_use(store):
    keys = [f"aa{number:062}" for number in range(4)]
    for number, key in enumerate(keys):
        store.put("format", key, bytes(1000))
        os.utime(store.folder / "format" / "aa" / key[2:], (number, number))
    store.get("format", keys[0])
    one = store.holdings().size // 4

    assert store.prune(2 * one) == (2, 2 * one)
    assert store.get("format", keys[0]) is not None
    assert store.get("format", keys[3]) is not None
    assert store.prune(0)[0] == 2
    assert store.holdings().entries == 0


def test_pruning_takes_the_leftovers_of_killed_processes_but_not_work_in_progress(store):
    store.put("format", "a" * 64, b"body")
    folder = store.folder / "format" / "aa"
    for name, age_s in (("old", 7200), ("new", 0)):
        (folder / f".partial-{name}").write_bytes(b"half")
        os.utime(folder / f".partial-{name}", (time.time() - age_s,) * 2)

    store.prune(1_000_000)

    assert {path.name for path in folder.iterdir()} == {"a" * 62, ".partial-new"}
    assert store.holdings().entries == 1


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    memory = Memory(Store(tmp_path / "file"), "1")

    assert memory.recall("format", memory.key("a"), lambda: MADE, Narration) == MADE


def test_many_threads_on_one_entry_see_nothing_or_all(store):
    body = os.urandom(200_000)

    def work(_):
        store.put("narration", "ffff", body)
        return store.get("narration", "ffff")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(64))) == {body}


def test_files_of_others_are_neither_counted_nor_removed(store):
    key = Memory(store, "1").key("one")
    store.put("format", key, b"body")
    foreign = ["posts/fr/a.md", "posts/de/b.md", "posts/ab/notes", "readme"]
    for name in foreign:
        (store.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (store.folder / name).write_text("mine")
    (store.folder / "format" / "ab" / ("0" * 62)).mkdir(parents=True)

    assert store.holdings().entries == 1
    assert store.prune(0)[0] == 1
    assert [file.relative_to(store.folder).as_posix() for file in _files(store)] == sorted(foreign)
