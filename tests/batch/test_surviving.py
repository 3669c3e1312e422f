"""Kills, and many runs at once on one output and one cache."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from render.batch.receipts import receipts
from tests.batch.running import read_content, write_articles

pytestmark = pytest.mark.slow

# Of the hostile battery.
ROWS = (62, 64)

# `bench/batch.py kills` and `crowd` are the same with a hundred and with eight.
KILLS, CROWD = 2, 3

# A run in a process of its own; its settings are said, so that it can be told again.
RUN = """
import sys
from render.batch.inputs import Inputs
from render.batch.local import Local
from render.batch.run import Policy, run
from render.batch.values import Settings
folder, output, workers, cache = sys.argv[1:]
settings = Settings(output=output, to=("html",), reading={"lang": "en"},
                    fingerprint="one", program="one", cache=cache or None)
items = Inputs((folder,), output).items()
tally = run(items, settings, Local(int(workers)), Policy(), lambda *_: None)
print(tally.done, tally.skipped, tally.failed)
"""


@pytest.fixture(scope="module")
def start(fragile, tmp_path_factory):
    folder = tmp_path_factory.mktemp("surviving") / "in"
    write_articles(folder, [f"Article number {number}" for number in range(4)])

    def started(output, workers, cache=""):
        return subprocess.Popen(
            [sys.executable, "-c", RUN, str(folder), str(output), str(workers), str(cache)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,
        )

    return started


@pytest.fixture(scope="module")
def whole(start, tmp_path_factory):
    """The content of a run that nothing disturbs, and how long it takes."""
    output = tmp_path_factory.mktemp("whole")
    begin = time.monotonic()
    start(output, workers=2).communicate()
    return read_content(output), time.monotonic() - begin


def test_a_run_killed_at_any_moment_is_finished_by_the_next(start, whole, tmp_path):
    content, whole_s = whole
    chance = random.Random(62)

    for _ in range(KILLS):
        killed = start(tmp_path, workers=2)
        time.sleep(chance.uniform(0.5, 1) * whole_s)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.communicate()
    told, _ = start(tmp_path, workers=2).communicate()

    assert read_content(tmp_path) == content
    assert list((tmp_path / ".lisible" / "staging").iterdir()) == []
    assert told.split()[2] == "0"


def test_runs_on_one_output_and_one_cache_make_each_article_once(start, whole, tmp_path):
    runs = [start(tmp_path / "out", workers=1, cache=tmp_path / "cache") for _ in range(CROWD)]
    told = [list(map(int, each.communicate()[0].split())) for each in runs]

    assert read_content(tmp_path / "out") == whole[0]
    assert sum(done for done, _, _ in told) == 4
    assert all(done + skipped == 4 and failed == 0 for done, skipped, failed in told)


def test_a_cache_full_of_damage_changes_nothing(batch, articles, content, tmp_path):
    folder, cache = articles("One"), tmp_path / "cache"
    made = []
    for fingerprint in ("one", "two"):
        batch(folder, to=("html",), cache=str(cache), fingerprint=fingerprint)
        made.append(content())
        entries = [path for path in cache.rglob("*") if path.is_file()]
        assert entries
        for path in entries:
            path.write_bytes(path.read_bytes()[::-1])

    assert made[0] == made[1]
    assert [receipt.state for receipt in receipts(tmp_path / "out")] == ["done"]
