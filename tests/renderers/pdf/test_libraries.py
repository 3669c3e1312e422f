"""The engine finds its system libraries without the help of other programs."""

import subprocess
import sys

import pytest

SCRIPT = """
import ctypes.util, sys
find = ctypes.util.find_library
started = []
sys.addaudithook(lambda event, _: event == "subprocess.Popen" and started.append(event))
from render.renderers.pdf import libraries
libraries.load_engine()
print(len(started), "weasyprint" in sys.modules, ctypes.util.find_library is find)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="asking costs no process elsewhere")
def test_loading_the_engine_starts_no_process_and_leaves_the_search_as_it_was():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True)

    assert done.stdout.split() == [b"0", b"True", b"True"]
