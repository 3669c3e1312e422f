"""A batch survives its articles: what is good is made, what is not is named and put aside."""

import json
import time

import pytest

from render.batch.local import Local
from render.batch.receipts import read_receipt, receipt_path, receipts
from render.batch.run import Policy
from render.batch.values import Limit

pytestmark = pytest.mark.slow


def test_every_article_gets_its_editions_its_report_and_a_receipt(
    batch, articles, content, tmp_path
):
    tally, _ = batch(articles("One", "Two"), to=("html", "fragile"))

    assert (tally.done, tally.failed, tally.skipped) == (2, 0, 0)
    assert content()["001/001.fragile"] == b"Two"
    assert {path.split("/")[1].partition(".")[2] for path in content()} == {
        "html",
        "fragile",
        "json",
    }
    receipt = read_receipt(receipt_path(tmp_path / "out", "000"))
    assert receipt is not None
    assert receipt.state == "done"
    assert {"read", "prepare", "html", "fragile"} <= set(receipt.stages)
    assert receipt.peak_memory_bytes > 10_000_000
    assert {judged.check for judged in receipt.verdicts} >= {"page", "conservation"}


def test_one_poisoned_article_costs_one_article(batch, articles, content):
    tally, heard = batch(articles("Good", "CRASH", "Better", "FAULT", "Best"), executor=Local(2))

    assert (tally.done, tally.failed) == (3, 2)
    assert {path for path in content() if path.endswith(".fragile")} == {
        "000/000.fragile",
        "002/002.fragile",
        "004/004.fragile",
    }
    assert "SIGABRT: engine: out of ideas" in heard["001.txt"].failures[0].message
    assert "KeyError: 'no such thing'" in heard["003.txt"].failures[0].message
    assert heard["001.txt"].attempt == 2


def test_quarantine_holds_the_input_the_reason_and_the_log(batch, articles, content):
    batch(articles("CRASH"))

    files = {path.rpartition("/")[2]: body for path, body in content().items()}
    assert set(files) == {"input-000.txt", "reason.txt", "log.json", "manifest.json"}
    assert files["input-000.txt"].startswith(b"CRASH\n")
    assert b"tried 2 times" in files["reason.txt"]
    assert b"SIGABRT" in files["reason.txt"]
    assert json.loads(files["log.json"])["state"] == "failed"


def test_an_engine_that_breaks_once_is_forgiven(batch, articles, tmp_path, monkeypatch):
    monkeypatch.setenv("FLAKY_MARKER", str(tmp_path / "broken-once"))

    tally, heard = batch(articles("FLAKY"))

    assert (tally.done, tally.failed, tally.retried) == (1, 0, 1)
    assert heard["000.txt"].attempt == 2


def test_a_format_that_breaks_the_worker_leaves_the_others(batch, articles, content):
    tally, heard = batch(articles("CRASH"), to=("html", "fragile"))

    assert tally.failed == 1
    assert heard["000.txt"].state == "partial"
    assert "000/000.html" in content()
    assert b"fragile could not be made" in content()["000/report.json"]
    assert b"fragile: " in content()["quarantine/000/reason.txt"]


def test_a_hang_ends_at_its_limit(batch, articles, monkeypatch):
    monkeypatch.setattr("render.batch.seat.READING_S", 4.0)
    monkeypatch.setattr("render.batch.values.READING_S", 4.0)
    begin = time.monotonic()

    tally, heard = batch(articles("HANG"), limits={"fragile": Limit(1.0, 3_000_000_000)})

    assert tally.failed == 1
    assert "was stopped after 5 s" in heard["000.txt"].failures[0].message
    assert time.monotonic() - begin < 40


def test_greed_ends_at_its_limit(batch, articles):
    tally, heard = batch(articles("GREED"))

    assert tally.failed == 1
    assert "needed more memory" in heard["000.txt"].failures[0].message


def test_an_article_that_cannot_be_read_is_not_tried_twice(batch, articles):
    folder = articles("Good")
    (folder / "empty.txt").write_text("")

    tally, heard = batch(folder)

    assert (tally.done, tally.failed, tally.retried) == (1, 1, 0)
    assert heard["empty.txt"].failures[0].kind == "EmptyArticleError"


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
    batch(articles("CRASH"))
    assert any(path.startswith("quarantine/") for path in content())

    tally, _ = batch(articles("Mended"))

    assert tally.done == 1
    assert not any(path.startswith("quarantine/") for path in content())


def test_resume_leaves_known_failures_and_a_plain_run_tries_them(batch, articles):
    folder = articles("Good", "FAULT")
    batch(folder)

    left, heard = batch(folder, Policy(resume=True))
    tried, _ = batch(folder)

    assert (left.done, left.skipped, left.failed, heard) == (0, 1, 1, {})
    assert (tried.skipped, tried.failed, tried.retried) == (1, 1, 1)


def test_force_makes_valid_articles_again(batch, articles):
    folder = articles("One")
    batch(folder)

    assert batch(folder, Policy(force=True))[0].done == 1


def test_fail_fast_takes_no_more_articles(batch, articles, tmp_path):
    tally, _ = batch(articles("CRASH", *("Good",) * 20), Policy(fail_fast=True))

    assert tally.failed == 1
    assert tally.done < 10
    assert len(list(receipts(tmp_path / "out"))) == tally.ended


def test_notes_left_in_quarantine_are_kept_and_stop_no_batch(batch, articles, tmp_path):
    folder = articles("FAULT", "Good")
    notes = tmp_path / "out" / "quarantine" / "000" / "notes.txt"
    notes.parent.mkdir(parents=True)
    notes.write_text("ask the author")

    tally, heard = batch(folder)

    assert (tally.done, tally.failed) == (1, 1)
    assert notes.read_text() == "ask the author"
    assert [failure.format for failure in heard["000.txt"].failures] == ["", "quarantine"]
