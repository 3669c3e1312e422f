"""What holds for every test: a log line is a failure, nothing dials out, validators are real."""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")

# Tests run from temporary folders, and `lisible check` looks where these say.
os.environ.setdefault("LISIBLE_VALIDATORS", str(PROJECT / ".validators"))
os.environ.setdefault("ACE_TIMEOUT_INITIAL", "60000")
# The speech models of whoever runs the tests are theirs: `auto` would prefer them. None is here.
os.environ["LISIBLE_VOICES"] = str(PROJECT / "no-speech-models")

# Same input, same verdict: a shared two-core machine must not decide by its mood.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

# What proves that each validator, or maker of foreign files, is there; a test names those it needs:
# @pytest.mark.validators("verapdf", "ace"). Without names it needs them all.
INSTALLED = {
    "verapdf": ("verapdf", "java"),
    "epubcheck": ("epubcheck", "java"),
    "ace": ("node_modules/@daisy/ace-cli", "node"),
    "axe": ("node_modules/axe-core/axe.min.js",),
    "alfa": ("node_modules/@siteimprove/alfa-puppeteer", "node"),
    "ibm": ("node_modules/accessibility-checker-engine/ace.js", "node"),
    "htmlcs": ("node_modules/@pa11y/html_codesniffer/build/HTMLCS.js", "node"),
    "ghostscript": ("", "gs"),
    "speech": ("speech/kokoro/ff_siwis.bin",),
    "nu": ("node_modules/vnu-jar/build/dist/vnu.jar", "java"),
    # Programs whose files are judged; nothing of them is in the folder.
    "pandoc": ("", "pandoc"),
    "calibre": ("", "ebook-convert"),
    "libreoffice": ("", "soffice"),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

dialled: list[str] = []


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail in CI, and skip elsewhere, a test whose validator is not installed."""
    if (
        item.get_closest_marker("screen_reader")
        and "screen_reader" not in item.config.option.markexpr
    ):
        pytest.skip("a minute and a half a page; run make screen-reader")
    marker = item.get_closest_marker("validators")
    if marker is None:
        return
    missing = [name for name in marker.args or INSTALLED if not _is_installed(name)]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}; run make validators"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _is_installed(name: str) -> bool:
    path, *programs = INSTALLED[name]
    there = (Path(os.environ["LISIBLE_VALIDATORS"]) / path).exists()
    return there and all(shutil.which(program) for program in programs)


@pytest.fixture(autouse=True)
def no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it reads caplog and then clears it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    lines = [
        f"{record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
    ]
    if lines:
        pytest.fail("unexpected log lines:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that reaches for another machine, even where the refusal is swallowed."""
    dialled.clear()
    yield
    if dialled:
        pytest.fail(f"reached for the network: {', '.join(dialled)}", pytrace=False)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium, for tests that drive a browser."""
    named = os.environ.get("PUPPETEER_EXECUTABLE_PATH")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("no Chromium on PATH; run make validators", pytrace=False)
    return found


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith(LOOPBACK):
        dialled.append(name)
        raise OSError(f"tests may not reach the network: {name!r}")


sys.addaudithook(_refuse_network)
