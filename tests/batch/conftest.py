"""A folder of articles, and a plug-in that breaks in every way an engine can."""

import importlib
import sys

import pytest

from tests.batch.running import OneWorker, read_content, run_batch, write_articles

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


@pytest.fixture(scope="package", autouse=True)
def fragile(tmp_path_factory):
    """Install a format that breaks, as pip would; workers inherit the import path."""
    site = tmp_path_factory.mktemp("site")
    (site / "fragile_format.py").write_text(FRAGILE)
    info = site / "fragile-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[render.renderers]\nfragile = fragile_format:RENDERER\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(site), *sys.path])
        importlib.invalidate_caches()
        yield


@pytest.fixture(scope="package")
def one_worker(fragile):
    executor = OneWorker()
    yield executor
    executor.seat.close()


@pytest.fixture
def articles(tmp_path):
    """Write articles of these titles, and give their folder."""
    return lambda *titles: write_articles(tmp_path / "in", titles)


@pytest.fixture
def batch(one_worker):
    """Run a batch over a folder, in the worker that all tests share unless they say otherwise."""
    return lambda folder, *policy, executor=one_worker, **changed: run_batch(
        folder, executor, *policy, **changed
    )


@pytest.fixture
def content(tmp_path):
    """The bytes of every edition in the output now, by path."""
    return lambda: read_content(tmp_path / "out")
