"""A batch survives its articles: what is good is made, what is not is named and put aside."""

import json
import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from render.batch.local import Local
from render.batch.receipts import read_receipt, receipt_path, receipts
from render.batch.run import Policy
from render.batch.values import Limit
from tests.batch.running import read_content, run_batch, write_articles

pytestmark = pytest.mark.slow

MIXED = ("Good", "CRASH", "FAULT", "GREED", "FLAKY", "", "Better")


@pytest.fixture(scope="module")
def mixed(fragile, tmp_path_factory):
    """A batch of two workers over good articles and those that break: the folder it ran in."""
    folder = tmp_path_factory.mktemp("mixed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FLAKY_MARKER", str(folder / "broken-once"))
        told = run_batch(write_articles(folder / "in", MIXED), Local(2), to=("html", "fragile"))
    return folder, *told


def test_what_is_good_is_made_whatever_stands_beside_it(mixed):
    folder, tally, _ = mixed

    assert (tally.done, tally.failed, tally.skipped, tally.retried) == (3, 4, 0, 4)
    content = read_content(folder / "out")
    assert {path for path in content if path.endswith(".fragile")} == {
        f"{number:03}/{number:03}.fragile" for number in (0, 4, 6)
    }
    assert content["000/000.fragile"] == b"Good"
    assert {"000/000.html", "000/report.html", "000/report.json"} <= set(content)


def test_every_article_has_a_receipt(mixed):
    receipt = read_receipt(receipt_path(mixed[0] / "out", "000"))

    assert receipt is not None
    assert receipt.state == "done"
    assert {"read", "prepare", "html", "fragile"} <= set(receipt.stages)
    assert receipt.peak_memory_bytes > 10_000_000
    assert {judged.check for judged in receipt.verdicts} >= {"page", "conservation"}
    assert len(list(receipts(mixed[0] / "out"))) == len(MIXED)


@pytest.mark.parametrize(
    ("number", "attempt", "kind", "told"),
    [
        (1, 2, "EngineError", "SIGABRT: engine: out of ideas"),
        (2, 2, "EngineError", "KeyError: 'no such thing'"),
        (3, 2, "EngineError", "needed more memory"),
        # What cannot be read will not be read the second time.
        (5, 1, "EmptyArticleError", "no article text"),
    ],
)
def test_each_failure_is_named(mixed, number, attempt, kind, told):
    outcome = mixed[2][f"{number:03}.txt"]

    assert outcome.attempt == attempt
    assert outcome.failures[0].kind == kind
    assert told in outcome.failures[0].message


def test_an_engine_that_breaks_once_is_forgiven(mixed):
    outcome = mixed[2]["004.txt"]

    assert (outcome.state, outcome.attempt) == ("done", 2)


def test_a_format_that_breaks_the_worker_leaves_the_others(mixed):
    folder, _, heard = mixed
    content = read_content(folder / "out")

    assert heard["001.txt"].state == "partial"
    assert "001/001.html" in content
    assert b"fragile could not be made" in content["001/report.json"]
    assert b"fragile: " in content["quarantine/001/reason.txt"]


def test_quarantine_holds_the_input_the_reason_and_the_log(mixed):
    files = read_content(mixed[0] / "out" / "quarantine" / "001")

    assert set(files) == {"input-001.txt", "reason.txt", "log.json", "manifest.json"}
    assert files["input-001.txt"].startswith(b"CRASH\n")
    assert b"tried 2 times" in files["reason.txt"]
    assert b"SIGABRT" in files["reason.txt"]
    assert json.loads(files["log.json"])["state"] == "partial"


def test_a_hang_ends_at_its_limit(batch, articles):
    memory_bytes = 3_000_000_000
    limits = {"read": Limit(0.1, memory_bytes), "fragile": Limit(0.1, memory_bytes)}

    tally, heard = batch(articles("HANG"), executor=Local(1), limits=limits)

    assert tally.failed == 1
    assert "was stopped after 0.2 s" in heard["000.txt"].failures[0].message


def test_what_is_valid_is_not_made_again(batch, articles, content):
    folder = articles("One", "Two")
    batch(folder)
    before = content()

    tally, _ = batch(folder)

    assert (tally.done, tally.skipped) == (0, 2)
    assert content() == before


def _another_input(folder, out):
    (folder / "000.txt").write_text("Another\n\nA long enough sentence stands here too.\n")


def _no_edition(folder, out):
    (out / "000" / "000.fragile").unlink()


def _damaged_receipt(folder, out):
    receipt_path(out, "000").write_bytes(b"{")


@pytest.mark.parametrize("change", [_another_input, _no_edition, _damaged_receipt])
def test_whatever_changed_is_made_again(batch, articles, tmp_path, change):
    folder = articles("One", "Two")
    batch(folder)
    change(folder, tmp_path / "out")

    tally, _ = batch(folder)

    assert (tally.done, tally.skipped, tally.failed) == (1, 1, 0)


def test_other_settings_make_everything_again(batch, articles):
    folder = articles("One", "Two")
    batch(folder)

    assert batch(folder, fingerprint="two")[0].done == 2


def test_an_article_that_was_mended_leaves_quarantine(batch, articles, content):
    batch(articles(""))
    assert any(path.startswith("quarantine/") for path in content())

    tally, _ = batch(articles("Mended"))

    assert tally.done == 1
    assert not any(path.startswith("quarantine/") for path in content())


def test_resume_leaves_known_failures_and_a_plain_run_tries_them(batch, articles):
    folder = articles("Good", "")
    batch(folder)

    left, heard = batch(folder, Policy(resume=True))
    tried, again = batch(folder)

    assert (left.done, left.skipped, left.failed, heard) == (0, 1, 1, {})
    assert (tried.skipped, tried.failed, set(again)) == (1, 1, {"001.txt"})


def test_resume_tries_an_article_again_whose_picture_was_refused(batch, articles):
    folder = articles()
    (folder / "a.md").write_text(
        "# Bridges\n\nA long enough sentence stands here.\n\n![A](a.png)\n"
    )
    (folder / "a.png").write_bytes(b"not a picture")

    first, heard = batch(folder)
    Image.new("RGB", (4, 3)).save(folder / "a.png")
    second, _ = batch(folder, Policy(resume=True))

    assert (first.failed, heard["a.md"].failures[0].kind) == (1, "PictureError")
    assert (second.done, second.failed) == (1, 0)


def test_force_makes_valid_articles_again(batch, articles):
    folder = articles("One")
    batch(folder)

    assert batch(folder, Policy(force=True))[0].done == 1


def test_fail_fast_takes_no_more_articles(batch, articles, tmp_path):
    tally, _ = batch(articles("FAULT", *("Good",) * 20), Policy(fail_fast=True), executor=Local(1))

    assert tally.failed == 1
    assert tally.done < 10
    assert len(list(receipts(tmp_path / "out"))) == tally.ended


def test_notes_left_in_quarantine_are_kept_and_stop_no_batch(batch, articles, tmp_path):
    folder = articles("", "Good")
    notes = tmp_path / "out" / "quarantine" / "000" / "notes.txt"
    notes.parent.mkdir(parents=True)
    notes.write_text("ask the author")

    tally, heard = batch(folder)

    assert (tally.done, tally.failed) == (1, 1)
    assert notes.read_text() == "ask the author"
    assert [failure.format for failure in heard["000.txt"].failures] == ["", "quarantine"]


@pytest.mark.skipif(sys.platform == "darwin", reason="its disks hold UTF-8 names only")
def test_names_that_are_no_utf8_are_articles_like_others(batch, articles):
    """As archives of older systems have them; a folder, and what fails, among them."""
    folder = articles("Of today")
    old = Path(os.fsdecode(os.fsencode(folder) + b"/ann\xe9e"))
    old.mkdir()
    for name, text in ((b"\xe9t\xe9.txt", "Of yesterday\n\nIt was warm.\n"), (b"\xe9.txt", " \n")):
        (old / os.fsdecode(name)).write_text(text)

    tally, _ = batch(folder)

    assert (tally.done, tally.failed) == (2, 1)
    (log,) = folder.parent.glob("out/quarantine/*/*/log.json")
    assert json.loads(log.read_bytes())["item"]["id"] == "ann\\xe9e/\\xe9.txt"
    (copy,) = log.parent.glob("input-*")
    assert copy.name == "input-\\xe9.txt"
    tally, _ = batch(folder)
    assert (tally.skipped, tally.failed) == (2, 1)
