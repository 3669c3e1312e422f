"""Kills, and many runs at once on one output and one cache."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from render.batch.inputs import Inputs
from render.batch.local import Local
from render.batch.receipts import receipts
from render.batch.run import Policy, run
from render.batch.values import Settings

pytestmark = pytest.mark.slow

# A run in a process of its own; its settings are said, so that it can be told again.
RUN = """
import sys
from render.batch.inputs import Inputs
from render.batch.local import Local
from render.batch.run import Policy, run
from render.batch.values import Settings
folder, output, cache = sys.argv[1:]
settings = Settings(output=output, to=("html", "vtt"), voice="silent", reading={"lang": "en"},
                    fingerprint="one", program="one", cache=cache or None)
tally = run(Inputs((folder,), output).items(), settings, Local(2), Policy(), lambda *_: None)
print(tally.done, tally.skipped, tally.failed)
"""


@pytest.fixture
def start(articles, tmp_path):
    folder = articles(*(f"Article number {number}" for number in range(4)))

    def started(output, cache=""):
        return subprocess.Popen(
            [sys.executable, "-c", RUN, str(folder), str(tmp_path / output), cache],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,
        )

    return started


def _bytes(output):
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and ".lisible" not in path.parts
    }


def test_a_run_killed_at_any_moment_is_finished_by_the_next(start, tmp_path):
    begin = time.monotonic()
    start("whole").communicate()
    whole_s = time.monotonic() - begin
    chance = random.Random(62)

    for _ in range(2):
        killed = start("out")
        time.sleep(chance.uniform(0.5, 1) * whole_s)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.communicate()
    told, _ = start("out").communicate()

    assert _bytes(tmp_path / "out") == _bytes(tmp_path / "whole")
    assert list((tmp_path / "out" / ".lisible" / "staging").iterdir()) == []
    assert told.split()[2] == "0"


def test_runs_on_one_output_and_one_cache_make_each_article_once(start, tmp_path):
    start("alone").communicate()

    runs = [start("out", str(tmp_path / "cache")) for _ in range(3)]
    told = [list(map(int, each.communicate()[0].split())) for each in runs]

    assert _bytes(tmp_path / "out") == _bytes(tmp_path / "alone")
    assert sum(done for done, _, _ in told) == 4
    assert all(done + skipped == 4 and failed == 0 for done, skipped, failed in told)


def test_a_cache_full_of_damage_changes_nothing(articles, tmp_path):
    folder = articles("One")
    made = []
    for output in ("first", "second"):
        settings = Settings(
            output=str(tmp_path / output),
            to=("html", "vtt"),
            voice="silent",
            reading={"lang": "en"},
            cache=str(tmp_path / "cache"),
        )
        items = Inputs((str(folder),), settings.output).items()
        run(items, settings, Local(1), Policy(), lambda *_: None)
        made.append(_bytes(tmp_path / output))
        for path in (tmp_path / "cache").rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[::-1])

    assert made[0] == made[1]
    assert [receipt.state for receipt in receipts(tmp_path / "second")] == ["done"]
