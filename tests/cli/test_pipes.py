"""A reader that goes away, as `head` does, is no failure of the command."""

import os
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
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)

    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
