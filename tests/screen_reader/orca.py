"""Orca before a page in Chromium, on a screen that nobody sees; what it says goes into a file.

The whole chain is real but for the last link: a module of Speech Dispatcher stands where a
synthesiser would, so what is heard is what a synthesiser was given.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from render.inspection import words

# After a key, and when much is read: a busy machine draws breath.
SILENCE_S = 3.0
LONG_SILENCE_S = 20.0
LIMIT_S = 600.0

SPEECH = """
LogLevel 1
AudioOutputMethod "libao"
AddModule "capture" "sd_generic" "capture.conf"
DefaultModule capture
"""
# Speech Dispatcher puts the words in place of $DATA, made safe for single quotes.
CAPTURE = """
GenericExecuteSynth "echo '$DATA' >> {}"
GenericCmdDependency "sh"
GenericMaxChunkLength 100000
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "male1" "en"
"""
BROWSER = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--force-renderer-accessibility",
)


class Listener:
    """One page under Orca: keys go in, words come out."""

    def __init__(self, heard: Path, environment: dict[str, str]) -> None:
        self._heard = heard
        self._environment = environment
        self._position = 0

    def press(self, *keys: str) -> str:
        """Press the keys one after the other; what was said until nothing more is."""
        said = ""
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self._environment, check=True)
            said = self.listen()
        return said

    def read_on(self) -> str:
        """Have everything read from the top; what was said."""
        self.press("ctrl+Home")
        subprocess.run(["xdotool", "key", "KP_Add"], env=self._environment, check=True)
        return self.listen(LONG_SILENCE_S)

    def listen(self, silence_s: float = SILENCE_S) -> str:
        """What is said from now until it has been silent for so long."""
        begin = last = time.monotonic()
        size = self._size()
        while time.monotonic() - last < silence_s and time.monotonic() - begin < LIMIT_S:
            time.sleep(0.2)
            if self._size() != size:
                size, last = self._size(), time.monotonic()
        said = self._heard.read_bytes()[self._position : size]
        self._position = size
        return said.decode()

    def wait_for(self, phrase: str) -> None:
        """Listen until this is said. Raises AssertionError after ten minutes."""
        begin, said = time.monotonic(), ""
        while phrase not in " ".join(words(said)):
            said += self.listen()
            assert time.monotonic() - begin < LIMIT_S, f"Orca never said {phrase!r}, but {said!r}"

    def _size(self) -> int:
        return self._heard.stat().st_size


@contextmanager
def orca_before(page: Path, title: str, chromium: str, folder: Path) -> Iterator[Listener]:
    """Orca, and the page open in front of it; all that was started is ended with the block."""
    heard = folder / "heard.txt"
    heard.touch()
    environment = _environment(folder, heard)
    with ExitStack() as started:

        def start(*command: str, piped: bool = False) -> subprocess.Popen[bytes]:
            log = started.enter_context((folder / f"{Path(command[0]).name}.log").open("wb"))
            program = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if piped else log,
                stderr=log,
            )
            started.callback(_end, program)
            return program

        screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", piped=True)
        environment["DISPLAY"] = f":{_line(screen)}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", piped=True)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        start("openbox")
        start("speech-dispatcher", "--run-single", "--timeout", "0")
        _until((folder / "run" / "speech-dispatcher" / "speechd.sock").exists)
        start("orca", f"--debug-file={folder / 'orca.txt'}", "--disable", "braille")
        listener = Listener(heard, environment)
        listener.wait_for("screen reader on")
        profile = f"--user-data-dir={_profile(folder)}"
        start(chromium, *BROWSER, profile, f"--app={page.as_uri()}")
        listener.wait_for(title)
        yield listener


def _line(program: subprocess.Popen[bytes]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().decode().strip()


def _until(condition: Callable[[], bool]) -> None:
    begin = time.monotonic()
    while not condition():
        assert time.monotonic() - begin < LIMIT_S
        time.sleep(0.1)


def _end(program: subprocess.Popen[bytes]) -> None:
    if program.stdout:
        program.stdout.close()
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def _environment(folder: Path, heard: Path) -> dict[str, str]:
    """The caller's, with a home, settings and sockets of its own."""
    config, runtime = folder / "config", folder / "run"
    modules = config / "speech-dispatcher" / "modules"
    modules.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    (modules.parent / "speechd.conf").write_text(SPEECH)
    (modules / "capture.conf").write_text(CAPTURE.format(heard))
    return {
        **os.environ,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "XDG_CONFIG_HOME": str(config),
        "XDG_RUNTIME_DIR": str(runtime),
    }


def _profile(folder: Path) -> Path:
    """A profile whose browser offers no translation, which Orca would speak of."""
    settings = folder / "profile" / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"translate": {"enabled": False}}))
    return settings.parents[1]
