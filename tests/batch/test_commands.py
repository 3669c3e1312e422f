"""`lisible batch`, `report` and `cache` as a user types them."""

import json

import pytest

from render.batch.run import Tally
from render.cli.batch_progress import BatchProgress
from render.cli.main import run


@pytest.fixture
def here(articles, tmp_path, monkeypatch):
    """A folder with articles in `in`, and a cache of its own."""
    articles("Good", "FAULT")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LISIBLE_CACHE", str(tmp_path / "cache"))
    return tmp_path


_BATCH = ("batch", "in", "-o", "out", "--to", "fragile", "--lang", "en", "--voice", "silent")


@pytest.mark.slow
def test_a_batch_its_report_and_its_cache(here, capsys):
    assert run([*_BATCH, "--plain", "-j", "1"]) == 5
    told = capsys.readouterr()
    assert told.out.startswith("1 made, 1 failed, see out/quarantine/.")
    assert "lisible: 001.txt: " in told.err
    assert "KeyError" in told.err

    assert run(["report", "out", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["done"], report["failed"]) == (1, 1)

    assert run(["report", "out", "--format", "html", "--to-file", "report.html"]) == 0
    assert (here / "report.html").read_text().startswith("<!DOCTYPE html>")

    assert run(["cache", "info", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"] >= 3
    assert run(["cache", "clear"]) == 0
    assert run(["cache", "info"]) == 0
    assert "0 entries, 0 B" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "pfd"], "no format is called 'pfd'"),
        (["--shard", "0/4"], "'0/4' is no shard"),
        (["--shard", "5/4"], "'5/4' is no shard"),
        (["--time-limit", "pdf"], "'pdf' is no limit"),
        (["--memory-limit", "pdf=0"], "'pdf=0' is no limit"),
        (["--time-limit", "pdf=60"], "'pdf=60' limits nothing that is made"),
        (["--memory-limit", "read=60"], "'read=60' limits nothing that is made"),
        (["--executor", "ray"], "no executor is called 'ray'"),
        (["-O", "pdf.colour=red"], "'pdf' has no option 'colour'"),
        (["--theme", "defalt"], "no theme is called 'defalt'"),
    ],
)
def test_a_wrong_option_is_refused_before_any_work(here, capsys, arguments, told):
    assert run([*_BATCH, *arguments]) == 2

    assert told in capsys.readouterr().err
    assert not (here / "out").exists()


@pytest.mark.parametrize("command", ["build", "batch", "edition"])
@pytest.mark.parametrize("seconds", ["253402300800", "99999999999999999", "9" * 5000])
def test_a_source_date_after_the_last_year_is_refused(here, capsys, monkeypatch, command, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)

    assert run([command, "in/000.txt", "--to", "html"]) == 2
    assert "SOURCE_DATE_EPOCH is after the year 9999" in capsys.readouterr().err


def test_a_folder_without_receipts_has_no_report(here, capsys):
    assert run(["report", "in"]) == 3

    assert "holds no receipts" in capsys.readouterr().err


def test_a_wrong_size_is_refused(here, capsys):
    assert run(["cache", "prune", "--size", "big"]) == 2

    assert "'big' is no size" in capsys.readouterr().err


def test_progress_says_rate_time_left_and_failures():
    progress = BatchProgress(1000, plain=True, quiet=False)

    assert progress.line(Tally(), 1.0) == "0 of 1000 articles"
    assert progress.line(Tally(done=90, failed=10, skipped=100), 50.0) == (
        "200 of 1000 articles, 2.0 a second, 6 min 40 s left, 10 failed"
    )
