"""The battery in every format, in one batch, with the system watching what is opened and called.

Python's own hooks see only what Python opens. Here `strace` sees the engines too: Pango's
fonts, the speech engine's data, the codecs. Linux only.
"""

import csv
import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.hostile.reach import outside
from tests.hostile.test_battery import CASES, planted

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace watches Linux only"),
]

MAIN = (sys.executable, "-c", "from render.cli.main import main; main()")
OPENED = re.compile(r"open(?:at2?)?\(.*?(O_\w+[^)]*|flags=[^}]*)\).* = \d+<(.*?)>(?:\(deleted\))?$")
CALLED = re.compile(r"(?:connect|sendto|sendmsg|bind)\(.*?sa_family=AF_INET6?.*")
# Tried once with its own options; here all have the same.
ARGUMENTS = {(), ("--lang", "en"), ("--lang", "fr")}
# A character that no font of this system has: row 16 asks for these errors.
FONTLESS = ("PDF-001", "PDFUA-PDFUA1-NOTDEF-GLYPH-001")
HEARD = {7, 13, 58, 59}


def traced(command, log):
    """Run a command under strace; gives its exit code, what was opened to read, and the calls."""
    strace = shutil.which("strace")
    assert strace, "no strace on PATH; run make validators"
    done = subprocess.run(
        [
            strace, "--follow-forks", "--seccomp-bpf", "--decode-fds=path", "--string-limit=4096",
            "--trace=open,openat,openat2,connect,sendto,sendmsg,bind", "--output", str(log),
            *command,
        ],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = [match for line in lines if (match := OPENED.search(line))]
    reads = {
        match[2] for match in opened if "O_WRONLY" not in match[1] and "O_RDWR" not in match[1]
    }
    return done, reads, [line for line in lines if CALLED.search(line)]


def test_what_is_planted_is_counted(tmp_path, watched):
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("nobody's business")
    program = (
        "import sys; from tests.hostile.watch.planted import *;"
        "read_outside(sys.argv[1].encode()); call_somebody(b'')"
    )

    _, reads, calls = traced(
        (sys.executable, "-c", program, str(secret)), tmp_path / "elsewhere" / "log"
    )

    assert outside(reads, tmp_path / "in") == [str(secret)]
    assert len(calls) == 1
    watched.forget()


@pytest.mark.parametrize(
    ("rows", "formats"),
    [(set(range(1, 67)), "html,pdf,epub"), (HEARD, "mp3,m4b,vtt,transcript")],
    ids=["read", "heard"],
)
def test_the_battery_reads_nothing_outside_and_calls_nobody(rows, formats, tmp_path, scratch):
    cases = {
        f"case-{number:03}": case
        for number, case in enumerate(CASES)
        if case.row in rows and case.arguments in ARGUMENTS and not case.is_heavy
    }
    listed = tmp_path / "in" / "list.csv"
    listed.parent.mkdir()
    with listed.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["path", "name", "lang"])
        for name, case in cases.items():
            if not case.argument:
                path = planted(case, tmp_path / "in" / name)
                writer.writerow([path, name, *(case.arguments[1:] or [""])])

    done, reads, calls = traced(
        (
            *MAIN, "batch", str(listed), "-o", str(tmp_path / "out"), "--to", formats,
            "-O", "epub.embed_audio=false", "--cache", str(tmp_path / "cache"),
            "--plain", "-j", "2",
        ),
        tmp_path / "log",
    )  # fmt: skip

    assert done.returncode == (5 if "html" in formats else 0), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    inside = [tmp_path / name for name in ("in", "out", "cache")]
    assert outside(reads, *inside, scratch) == []
    assert calls == []
    assert {
        str(case): errors
        for name, case in cases.items()
        if not _as_promised(case, errors := _errors(tmp_path / "out" / name))
    } == {}


def _as_promised(case, errors):
    if case.outcome == "err":
        return errors is None
    return errors is not None and bool(errors) == (case.outcome == "flawed")


def _errors(edition):
    """The errors that were found in an edition; None where none was made."""
    if not (edition / "report.json").exists():
        return None
    findings = json.loads((edition / "report.json").read_text())["findings"]
    return [
        f"{each['code']} {each['where']['file']} {each['message'][:150]}"
        for each in findings
        if each["severity"] == "error" and each["code"] not in FONTLESS
    ]
