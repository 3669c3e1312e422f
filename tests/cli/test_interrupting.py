"""Ctrl-C: the command ends at once, whatever its threads are at, and leaves nothing."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Formats that take longer than the test: by Python, in a cage, and by a program on copies of files.
# Each notes who works, once it does.
SLOW = """
import os, pathlib, sys, time
from render.cage import Limits, run
from render.plugins import CheckedFile, Renderer
from render.validators import run_program, staged

NOTES = pathlib.Path(os.environ["NOTES"])
PROGRAM = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1], str(os.getpid())).touch(); "
PROGRAM += "time.sleep(60)"

def hang(folder):
    pathlib.Path(folder.decode(), str(os.getpid())).touch()
    time.sleep(60)
    return b""

def python(job):
    pathlib.Path(NOTES, "python").touch()
    time.sleep(60)

def caged(job):
    run("slow_formats:hang", os.fsencode(NOTES), Limits(60.0, 2_000_000_000))

def program(job):
    with staged((CheckedFile("a.txt", "text/plain", b"text"),)):
        run_program([sys.executable, "-c", PROGRAM, str(NOTES)])

PYTHON, CAGED, BY_PROGRAM = (
    Renderer(f"slow{render.__name__}", "slow", ".slow", "text/x-slow", render)
    for render in (python, caged, program)
)
"""
POINTS = """[render.renderers]
slowpython = slow_formats:PYTHON
slowcaged = slow_formats:CAGED
slowprogram = slow_formats:BY_PROGRAM
"""
FORMATS = "slowpython,slowcaged,slowprogram"


@pytest.fixture
def start(tmp_path):
    """Start the command over an article in a folder, and wait until every format is at work."""
    site = tmp_path / "site"
    info = site / "slow-1.dist-info"
    for folder in (info, tmp_path / "notes", tmp_path / "temporary"):
        folder.mkdir(parents=True)
    (site / "slow_formats.py").write_text(SLOW)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slow\nVersion: 1\n")
    (info / "entry_points.txt").write_text(POINTS)
    (tmp_path / "a.txt").write_text("A title\n\nA long enough sentence stands here.\n")

    with contextlib.ExitStack() as ending:
        yield lambda: _started(site, tmp_path, ending)


def _started(site, tmp_path, ending):
    script = "from render.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "a.txt", "--to", FORMATS, "--lang", "en"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join((str(site), *sys.path)),
            "NOTES": str(tmp_path / "notes"),
            "TMPDIR": str(tmp_path / "temporary"),
        },
    )
    ending.enter_context(process)
    ending.callback(process.kill)
    deadline = time.monotonic() + 30
    while len(list((tmp_path / "notes").iterdir())) < 3:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return process


@pytest.mark.parametrize("times", [1, 3])
def test_the_command_ends_at_once_and_leaves_nothing(start, tmp_path, times):
    process = start()
    workers = [note.name for note in (tmp_path / "notes").iterdir() if note.name.isdecimal()]
    assert len(workers) == 2
    assert len(list((tmp_path / "temporary").glob("lisible-check-*"))) == 1

    for _ in range(times):
        process.send_signal(signal.SIGINT)
        time.sleep(0.01)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "stopped before the end" in told
    assert "Traceback" not in told
    assert list((tmp_path / "temporary").glob("lisible-check-*")) == []
    assert not (tmp_path / "out").exists()
    assert [worker for worker in workers if _is_alive(worker)] == []


def _is_alive(process_id: str) -> bool:
    """Whether a process still works: what was ended just now is given a moment to go."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            status = Path(f"/proc/{process_id}/stat").read_text()
        except FileNotFoundError:
            return False
        if status.rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True
