"""Hostile surroundings: absent engines, places that cannot be written, poor terminals."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from render.cli.main import run

ARTICLE = (
    "A bridge opens\n\nThe bridge over the river opened on Monday, and four hundred people"
    " walked across it.\n\nEngineers had worked on it for three years, through two floods.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE)
    return path


def _lisible(*arguments, **given):
    """The command in a process of its own, as a user would start it."""
    code = "from render.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        timeout=60,
        check=False,
        **given,
    )


def _quiet(article, output, *arguments):
    return ("build", article, "-o", output, "--to", "html", "--lang", "en", "--quiet", *arguments)


def test_an_absent_voice_is_named_and_the_other_formats_are_made(article, tmp_path, capsys):
    output = tmp_path / "out"

    code = run([
        str(article), "-o", str(output), "--to", "html,epub,mp3", "--lang", "en",
        "--report", "json", "--quiet", "--voice", "espeak:no-such-voice",
    ])  # fmt: skip

    report = json.loads(capsys.readouterr().out)
    assert code == 1
    assert {file["name"] for file in report["files"]} == {"bridge.html", "bridge.epub"}
    errors = [finding for finding in report["findings"] if finding["code"] == "BUILD-001"]
    assert any("no-such-voice" in error["message"] and error["hint"] for error in errors)


def test_an_unknown_engine_is_refused_before_any_work(article, tmp_path, capsys):
    code = run([str(article), "-o", str(tmp_path / "out"), "--voice", "espeek"])

    assert code == 2
    assert "did you mean 'espeak'?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_named(article, tmp_path):
    (tmp_path / "out").write_bytes(b"")

    done = _lisible(*_quiet(article, tmp_path / "out"))

    assert done.returncode == 1
    assert b"hint: " in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_edited_edition_is_not_overwritten(article, tmp_path):
    output = tmp_path / "out"
    assert _lisible(*_quiet(article, output)).returncode == 0
    (output / "bridge" / "notes.txt").write_text("mine")

    done = _lisible(*_quiet(article, output))

    assert done.returncode == 1
    assert b"notes.txt" in done.stderr
    assert (output / "bridge" / "notes.txt").read_text() == "mine"


def test_a_folder_with_spaces_and_accents_works(article, tmp_path):
    output = tmp_path / "été à Łódź"

    assert _lisible(*_quiet(article, output)).returncode == 0
    assert (output / "bridge" / "bridge.html").exists()


def test_json_on_standard_output_is_alone_there(article, tmp_path):
    done = _lisible(*_quiet(article, tmp_path / "out"), "--report", "json", "--plain")

    assert json.loads(done.stdout)["format"] == "lisible-report-1"


def test_several_articles_of_one_name_get_distinct_folders(article, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "BRIDGE.txt").write_text(ARTICLE)

    done = _lisible(*_quiet(article, tmp_path / "out"), str(other / "BRIDGE.txt"))

    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["bridge", "bridge-2"]


def test_one_bad_article_of_two_leaves_the_other_and_exits_5(article, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")

    done = _lisible(*_quiet(article, tmp_path / "out"), str(tmp_path / "empty.txt"))

    assert done.returncode == 5
    assert b"empty.txt" in done.stderr
    assert (tmp_path / "out" / "bridge" / "bridge.html").exists()


@pytest.mark.parametrize(
    "environment",
    [{"LANG": "C", "LC_ALL": "C"}, {"HOME": ""}, {"HOME": "/nonexistent"}, {"TERM": "dumb"}],
    ids=str,
)
def test_a_poor_environment_does_not_matter(article, tmp_path, environment):
    done = _lisible(*_quiet(article, tmp_path / "out"), env={**os.environ, **environment})

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_standard_input_is_told(tmp_path):
    done = subprocess.run(
        [
            "sh",
            "-c",
            f'exec "{sys.executable}" -c "from render.cli.main import main; main()" - <&-',
        ],
        capture_output=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_crash(article, tmp_path):
    command = f'"{sys.executable}" -c "from render.cli.main import main; main()" schema | head -c 1'

    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)

    assert done.stderr == b""


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_in_other_surroundings(article, tmp_path):
    """Another time zone, locale, hash seed, folder and file time: the same files."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    twin = elsewhere / "bridge.txt"
    twin.write_bytes(article.read_bytes())
    os.utime(twin, (1, 1))
    formats = ("--to", "html,pdf,epub,audio", "--lang", "en", "--quiet")
    other = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(elsewhere)}

    first = _lisible("build", article, "-o", tmp_path / "a", *formats)
    second = _lisible(
        "build", twin, "-o", elsewhere / "b", *formats,
        env={**os.environ, **other},
        cwd=elsewhere,
    )  # fmt: skip

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert _digests(tmp_path / "a") == _digests(elsewhere / "b")


def _digests(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "bridge").iterdir())
    }
