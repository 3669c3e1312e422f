"""Inputs and outputs behind an address: what is there is what a local run makes."""

import json

import fsspec
import pytest

from render.batch.receipts import receipts
from render.batch.storage import remote
from render.cli.main import run
from render.errors import MissingEngineError

TEXT = "A report on the harbour\n\nA long enough sentence with several words stands here.\n"
BATCH = ("--to", "fragile", "--lang", "en", "--voice", "silent", "-j", "1", "--no-cache", "-q")


@pytest.fixture
def memory():
    """An empty file system in memory, with two articles and a hidden file."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    for name in ("news/one.txt", "news/deep/two.txt", "news/.hidden.txt", "news/picture.png"):
        files.pipe(f"/{name}", TEXT.encode())
    yield files
    files.store.clear()


def _run(*more):
    return run(["batch", "memory://news", "-o", "memory://out", *BATCH, *more])


@pytest.mark.slow
def test_a_batch_reads_from_storage_and_writes_to_it(memory, tmp_path, capsys):
    assert _run() == 0

    held = {path for path in memory.find("/out") if "/.lisible/" not in path}
    assert held == {
        f"/out/{folder}/{name}"
        for folder, stem in (("one", "one"), ("deep/two", "two"))
        for name in (f"{stem}.fragile", "manifest.json", "report.html", "report.json")
    }
    assert memory.cat("/out/one/one.fragile") == b"A report on the harbour"
    assert run(["report", "memory://out", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["done"] == 2


@pytest.mark.slow
def test_what_is_valid_in_storage_is_not_made_again(memory, monkeypatch):
    files = memory
    monkeypatch.setattr("render.batch.fingerprint.signed", lambda settings, _memory: settings)
    _run()
    before = {path: files.modified(path) for path in files.find("/out")}
    files.pipe("/news/one.txt", TEXT.replace("harbour", "river").encode())

    _run()

    after = {path: files.modified(path) for path in files.find("/out")}
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path for path in changed if "two" in path} == set()
    assert files.cat("/out/one/one.fragile") == b"A report on the river"


@pytest.mark.slow
def test_an_article_that_is_not_in_storage_is_one_failure(memory, capsys):
    assert run(["batch", "memory://news/none.txt", "memory://news/one.txt", "-o", "memory://out",
                *BATCH]) == 5  # fmt: skip

    assert "none.txt" in capsys.readouterr().err
    assert memory.exists("/out/one/one.fragile")
    assert memory.exists("/out/quarantine/none/reason.txt")


@pytest.mark.slow
def test_a_row_whose_storage_is_not_installed_is_one_failure(memory, tmp_path, capsys):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("nowhere://x/none.txt\nmemory://news/one.txt\n")

    assert run(["batch", str(rows), "-o", str(tmp_path / "out"), *BATCH]) == 5

    assert "nowhere://x/none.txt: the storage of 'nowhere://x' is" in capsys.readouterr().err
    made = {receipt.id: receipt for receipt in receipts(tmp_path / "out")}
    assert {name: receipt.state for name, receipt in made.items()} == {
        "nowhere://x/none.txt": "failed",
        "memory://news/one.txt": "done",
    }
    assert made["nowhere://x/none.txt"].failures[0].kind == "MissingEngineError"


def test_a_storage_that_is_not_installed_is_named():
    with pytest.raises(MissingEngineError, match="the storage of 'nowhere://x' is not installed"):
        remote("nowhere://x")
