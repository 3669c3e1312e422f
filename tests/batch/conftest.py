"""A folder of articles, and a plug-in that breaks in every way an engine can."""

import importlib
import sys

import msgspec
import pytest

from render.batch.inputs import Inputs
from render.batch.local import Local
from render.batch.run import Policy, run
from render.batch.values import Settings

# What an article's title says is what happens to it.
FRAGILE = """
import os, pathlib, time
from render.plugins import Artefact, Renderer
from render.model.walk import plain_text

def render(job):
    title = plain_text(job.article.meta.title)
    if "CRASH" in title:
        os.write(2, b"engine: out of ideas\\n")
        os.abort()
    if "HANG" in title:
        time.sleep(60)
    if "GREED" in title:
        bytearray(6_000_000_000)
    if "FAULT" in title:
        raise KeyError("no such thing")
    marker = pathlib.Path(os.environ.get("FLAKY_MARKER", "/"))
    if ("FLAKY" in title or "ORPHAN" in title) and not marker.exists():
        marker.write_text("")
        if "FLAKY" in title:
            os.abort()
        os.kill(os.getppid(), 9)
        time.sleep(60)
    return Artefact(f"{job.slug}.fragile", "text/x-fragile", title.encode())

RENDERER = Renderer("fragile", "fragile", ".fragile", "text/x-fragile", render)
"""


@pytest.fixture(autouse=True)
def fragile(tmp_path_factory, monkeypatch):
    """Install a format that breaks, as pip would; workers inherit the import path."""
    site = tmp_path_factory.mktemp("site")
    (site / "fragile_format.py").write_text(FRAGILE)
    info = site / "fragile-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[render.renderers]\nfragile = fragile_format:RENDERER\n"
    )
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    importlib.invalidate_caches()


@pytest.fixture
def articles(tmp_path):
    """Write articles of these titles, and give their folder."""

    def write(*titles):
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for number, title in enumerate(titles):
            text = f"{title}\n\nA long enough sentence, with number {number}, stands here.\n"
            (folder / f"{number:03}.txt").write_text(text)
        return folder

    return write


@pytest.fixture
def batch(tmp_path):
    """Run a batch over a folder; gives the tally, and the outcome of each article by its id."""

    def make(folder, policy=Policy(), executor=Local(1), **changed):  # noqa: B008
        settings = Settings(
            output=str(tmp_path / "out"),
            to=("fragile",),
            voice="silent",
            reading={"lang": "en"},
            fingerprint="one",
        )
        settings = msgspec.structs.replace(settings, **changed)
        heard = {}

        def hear(tally, outcome):
            if outcome is not None:
                heard[outcome.item.id] = outcome

        items = Inputs((str(folder),), settings.output).items()
        tally = run(items, settings, executor, policy, hear)
        return tally, heard

    return make


@pytest.fixture
def content(tmp_path):
    """The bytes of every edition in the output, by path; not what a run says of itself."""

    def read():
        out = tmp_path / "out"
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in out.rglob("*")
            if path.is_file() and ".lisible" not in path.parts
        }

    return read
