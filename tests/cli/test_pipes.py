"""A reader that goes away, as `head` does, is no failure of the command."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "arguments", [["voices"], ["explain", "PDF-121"], ["--help"]], ids=lambda words: words[0]
)
def test_it_ends_as_programs_do_whose_pipe_is_closed(arguments):
    command = [Path(sys.executable).with_name("lisible"), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()

    assert (process.returncode, told) == (141, b"")
