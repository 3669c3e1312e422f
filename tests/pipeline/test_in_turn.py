"""Unless formats are made side by side, all of a build is made by the thread that asks."""

import threading

from render.pipeline import BuildOptions, build, read
from render.reading import ReadOptions, Source

SOURCE = Source(b"A long title of an article\n\nA long enough sentence stands here.\n", "a.txt")


def test_one_thread_makes_and_checks_formats_in_turn():
    heard: dict[str, int] = {}
    reading = read(SOURCE, ReadOptions(lang="en"))
    wanted = BuildOptions(to=("html", "vtt"), voice="silent", at_once=False)

    build(reading, "a", wanted, lambda event: heard.update({event.stage: threading.get_ident()}))

    assert {"narration", "html", "vtt", "check page"} <= heard.keys()
    assert set(heard.values()) == {threading.get_ident()}
