"""A build with a cache gives what one without it gives, and makes nothing twice."""

import dataclasses
from pathlib import Path

import pytest

from render.cache import Memory, Store
from render.pipeline import BuildOptions, build, read
from render.reading import ReadOptions, Source

TEXT = b"A long title of an article\n\nA long enough sentence, with words in it, stands here.\n"


def _made(memory, text=TEXT, **options):
    reading = read(Source(text, "a.txt"), ReadOptions(lang="en"))
    wanted = BuildOptions(to=("html", "epub", "vtt"), voice="silent", at_once=False, memory=memory)
    return build(reading, "a", dataclasses.replace(wanted, **options))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def first(store):
    return _made(Memory(store, "1"))


def _steps(store):
    return {step: number for step, number, _ in store.holdings().steps}


@pytest.mark.slow
def test_the_cache_changes_nothing(store, first):
    plain = _made(Memory())

    assert first.artefacts == plain.artefacts == _made(Memory(store, "1")).artefacts
    assert first.verdicts == plain.verdicts == _made(Memory(store, "1")).verdicts
    assert first.findings == plain.findings


def test_a_second_build_adds_nothing(store, first):
    held = _steps(store)

    _made(Memory(store, "1"))

    assert held == _steps(store)
    assert set(held) == {"prepare", "narration", "format", "check"}
    assert held["format"] == len(first.artefacts)


@pytest.mark.slow
def test_another_voice_keeps_what_does_not_speak_and_another_text_nothing(store, first):
    before = _steps(store)
    _made(Memory(store, "1"), words_per_minute=200)
    faster = _steps(store)
    _made(Memory(store, "1"), TEXT + b"\nOne more sentence with several words.\n")
    longer = _steps(store)

    assert faster["prepare"] == before["prepare"]
    assert faster["narration"] == before["narration"] + 1
    assert longer["prepare"] == faster["prepare"] + 1
    assert longer["format"] == faster["format"] + len(first.artefacts)


def test_damaged_entries_give_the_same_editions(store, first):
    for path in store.folder.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3] + b"...")

    assert _made(Memory(store, "1")).artefacts == first.artefacts


def test_nothing_in_the_room_can_unpickle():
    for folder in ("cache", "batch"):
        for path in (Path(__file__).parents[2] / "render" / folder).glob("*.py"):
            assert "import pickle" not in path.read_text("utf-8")
