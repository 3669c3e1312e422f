"""A finished file is read once, however many checks ask."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from render.errors import InputError
from render.inspection import opened_epub, read_back
from render.plugins import CheckedFile

PAGE = CheckedFile("a.html", "text/html", b"<main><p>One word and another.</p></main>")


def test_checks_at_the_same_time_get_the_same_reading():
    with ThreadPoolExecutor(max_workers=4) as pool:
        readings = list(pool.map(read_back, [PAGE] * 8))

    assert all(reading is readings[0] for reading in readings)


def test_one_reading_may_ask_for_another():
    assert PAGE.read_once(read_back) is read_back(PAGE)


def test_what_was_read_is_no_part_of_what_a_file_is():
    twin = CheckedFile(PAGE.name, PAGE.media_type, PAGE.data)
    read_back(PAGE)

    assert (twin, hash(twin), repr(twin)) == (PAGE, hash(PAGE), repr(PAGE))


def test_each_check_is_told_that_a_file_cannot_be_opened():
    broken = CheckedFile("a.epub", "application/epub+zip", b"nothing of the kind")

    for _ in range(2):
        with pytest.raises(InputError):
            opened_epub(broken)


def test_what_was_read_goes_with_its_file():
    class Opened:
        pass

    file = CheckedFile("a.html", "text/html", b"")
    kept = weakref.ref(file.read_once(lambda _file: Opened()))
    assert kept() is not None
    del file
    gc.collect()

    assert kept() is None
