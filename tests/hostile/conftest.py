"""Counts what every test of the battery reads outside its folders, and whom it calls: 0 and 0."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.reach import outside
from tests.hostile.watch import sitecustomize


@dataclass
class Watched:
    """What was seen since the test began, in this process and the Python processes below it."""

    log: Path
    folders: tuple[Path, ...]

    def faults(self) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines()
        reads = {line.removeprefix("read ") for line in lines if line.startswith("read ")}
        return [line for line in lines if line.startswith("call ")] + [
            f"read {path}" for path in outside(reads, *self.folders)
        ]

    def forget(self) -> None:
        self.log.write_bytes(b"")


@pytest.fixture
def scratch(tmp_path_factory):
    """The folder for what processes write for themselves."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(autouse=True)
def watched(tmp_path, scratch, tmp_path_factory, monkeypatch):
    """Fail a test in which anything is read outside, or anybody called."""
    log = scratch / "seen"
    installed = tuple(tmp_path_factory.getbasetemp().glob("site*"))
    monkeypatch.setenv("LISIBLE_WATCH", str(log))
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    known = os.environ.get("PYTHONPATH")
    here = str(Path(sitecustomize.__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (here, known))))
    sitecustomize.begin(log)
    seen = Watched(log, (tmp_path, scratch, *installed))
    yield seen
    sitecustomize.begin(os.devnull)
    if faults := seen.faults():
        pytest.fail("reached out of its folders:\n" + "\n".join(faults), pytrace=False)
