"""A folder of articles, and a plug-in that breaks in every way an engine can."""

import importlib
import sys

import pytest

from tests.batch.running import (
    OneWorker,
    install_fragile,
    read_content,
    run_batch,
    write_articles,
)


@pytest.fixture(scope="package", autouse=True)
def fragile(tmp_path_factory):
    """Install a format that breaks, as pip would; workers inherit the import path."""
    site = install_fragile(tmp_path_factory.mktemp("site"))
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
