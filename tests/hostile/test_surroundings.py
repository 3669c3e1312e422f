"""Rows 61, 65 and 66: places that cannot be written, poor terminals, other machines."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from render.cli.main import run
from tests.hostile.case import ARTICLE

ROWS = (61, 65, 66)
MAIN = (sys.executable, "-c", "from render.cli.main import main; main()")
# Root may write anywhere but where the system says no.
READ_ONLY = Path("/proc") if os.geteuid() == 0 else None


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE)
    return path


def build(article, output, *more):
    return (
        "build", str(article), "-o", str(output), "--to", "html", "--lang", "en", "--quiet", *more,
    )  # fmt: skip


def started(*arguments, command=MAIN, **given):
    """The command in a process of its own, as a user would start it."""
    return subprocess.run(
        [*command, *arguments], capture_output=True, timeout=60, check=False, **given
    )


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _is_file(folder: Path) -> Path:
    (folder / "out").write_bytes(b"")
    return folder / "out"


def _below_a_file(folder: Path) -> Path:
    return _is_file(folder) / "deeper"


def _read_only(folder: Path) -> Path:
    if READ_ONLY:
        return READ_ONLY
    (folder / "out").mkdir(mode=0o555)
    return folder / "out"


def _taken(folder: Path) -> Path:
    (folder / "out" / "bridge").mkdir(parents=True)
    (folder / "out" / "bridge" / "notes.txt").write_text("mine")
    return folder / "out"


@pytest.mark.parametrize("arrange", [_is_file, _below_a_file, _read_only, _taken])
def test_an_output_that_cannot_be_written_is_named(arrange, article, tmp_path, capsys):
    output = arrange(tmp_path)
    before = contents(tmp_path)

    code = run([*build(article, output)])

    said = capsys.readouterr().err
    assert code == 1
    assert str(output) in said
    assert "hint: " in said
    assert contents(tmp_path) == before


def test_a_folder_that_is_not_there_is_made_whatever_its_name(article, tmp_path):
    output = tmp_path / "not there" / "été à Łódź"

    assert run([*build(article, output)]) == 0
    assert (output / "bridge" / "bridge.html").exists()


@pytest.mark.slow
def test_a_full_disk_leaves_the_old_edition_whole(article, tmp_path):
    """The system refuses files over 20 kB, as a disk does that has no more room."""
    output = tmp_path / "out"
    assert run([*build(article, output)]) == 0
    before = contents(output)
    article.write_text(ARTICLE.replace("Monday", "Tuesday"))
    small = ("sh", "-c", 'ulimit -f 40; exec "$0" "$@"', *MAIN)

    done = started(*build(article, output), command=small)

    assert done.returncode == 1
    assert b"hint: " in done.stderr
    assert b"Traceback" not in done.stderr
    assert contents(output) == before


def test_json_on_standard_output_is_alone_there(article, tmp_path, capsys):
    run([*build(article, tmp_path / "out"), "--report", "json", "--plain"])

    assert json.loads(capsys.readouterr().out)["format"] == "lisible-report-1"


def test_one_bad_article_of_two_leaves_the_other_and_exits_5(article, tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")

    code = run([*build(article, tmp_path / "out"), str(tmp_path / "empty.txt")])

    assert code == 5
    assert "empty.txt" in capsys.readouterr().err
    assert (tmp_path / "out" / "bridge" / "bridge.html").exists()


@dataclass(frozen=True)
class Poor:
    """A process that lacks something: it must end with `code` and say nothing but `says`."""

    name: str
    script: str = 'exec "$@"'
    environment: dict[str, str] = field(default_factory=dict)
    arguments: Callable[[Path, Path], tuple[str, ...]] = build
    code: int = 0
    says: bytes = b""
    is_slow: bool = True

    def __str__(self) -> str:
        return self.name


POOR = [
    Poor(
        "no letters but ASCII",
        environment={"LANG": "C", "LC_ALL": "C", "TERM": "dumb"},
        is_slow=False,
    ),
    Poor("an empty home", environment={"HOME": ""}),
    Poor("a home that is not there", environment={"HOME": "/nonexistent"}),
    Poor("a home that is read only", environment={"HOME": "/proc"}),
    Poor(
        "standard input closed",
        'exec "$@" <&-',
        arguments=lambda _article, output: build("-", output),
        code=3,
        says=b"standard input is closed",
        is_slow=False,
    ),
    Poor("standard output closed", 'exec "$@" >&-'),
    Poor("a reader that goes away", '"$@" | head -c 1', arguments=lambda *_: ("schema",)),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    "poor",
    [pytest.param(each, marks=[pytest.mark.slow] * each.is_slow, id=str(each)) for each in POOR],
)
def test_poor_surroundings_bring_no_traceback(poor, article, tmp_path):
    done = started(
        *poor.arguments(article, tmp_path / "out"),
        command=("sh", "-c", poor.script, "sh", *MAIN),
        env={**os.environ, **poor.environment},
    )

    assert done.returncode == poor.code, done.stderr
    assert poor.says in done.stderr
    assert done.stderr == b"" or poor.says


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

    first = started("build", str(article), "-o", str(tmp_path / "a"), *formats)
    second = started(
        "build", str(twin), "-o", str(elsewhere / "b"), *formats,
        env={**os.environ, **other},
        cwd=elsewhere,
    )  # fmt: skip

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert contents(tmp_path / "a") == contents(elsewhere / "b")
