"""The same batch on a cluster of this machine: the same bytes, the same quarantine."""

import os

import msgspec
import pytest

from render.batch import cluster
from render.batch.cluster import Dask, make_chunk
from render.batch.local import Local
from render.cli.batch import _executor
from render.errors import EngineError, UsageError


# Dask's own start and end; they say nothing about a batch.
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_cluster_gives_the_bytes_of_the_local_run_though_a_worker_of_it_is_killed(
    batch, articles, content, monkeypatch, caplog
):
    monkeypatch.setattr(cluster, "CHUNK", 2)
    folder = articles("One", "ORPHAN", "", "FAULT", "Five")
    marker = folder.parent / "killed-once"
    monkeypatch.setenv("FLAKY_MARKER", str(marker))
    marker.touch()
    batch(folder, executor=Local(1))
    local = content()
    marker.unlink()

    tally, heard = batch(folder, executor=Dask("", 1), fingerprint="two")

    # What the lost worker had made of its chunk is found valid by the next.
    assert (tally.done + tally.skipped, tally.failed) == (3, 2)
    assert marker.exists()
    assert "KeyError" in heard["003.txt"].failures[0].message
    made = content()
    assert {path: made[path] for path in made if "quarantine" not in path} == {
        path: local[path] for path in local if "quarantine" not in path
    }
    assert set(made) == set(local)
    assert "distributed" in {record.name.partition(".")[0] for record in caplog.records}
    caplog.clear()  # Dask tells of the loss, and of nothing else


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_named(batch, articles, monkeypatch):
    monkeypatch.setattr(cluster, "_CONNECTING_S", 0.2)

    with pytest.raises(EngineError, match=r"no Dask scheduler answers at '127\.0\.0\.1:9'"):
        batch(articles("One"), executor=Dask("127.0.0.1:9", 1))


@pytest.mark.slow
def test_no_cluster_is_started_for_nothing(batch, articles):
    folder = articles("One")
    batch(folder)

    assert batch(folder, executor=Dask("127.0.0.1:9", 1))[0].skipped == 1


@pytest.mark.parametrize(("name", "address"), [("dask", ""), ("dask://head:8786", "head:8786")])
def test_the_executor_is_chosen_by_name(name, address):
    assert _executor({"executor": name, "workers": 3}) == Dask(address, 3)


@pytest.mark.parametrize("name", ["dusk", "dask://", "dask://head", "dask://a b:1"])
def test_an_unknown_executor_is_refused(name):
    with pytest.raises(UsageError, match="no executor is called"):
        _executor({"executor": name, "workers": 3})


def test_workers_on_dask_keep_the_memory_that_they_free(monkeypatch):
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "65536")
    make_chunk(msgspec.msgpack.encode([]))

    assert "MALLOC_TRIM_THRESHOLD_" not in os.environ
