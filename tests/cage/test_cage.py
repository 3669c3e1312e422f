import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from render.cage import Limits, Worker, engines_here, run
from render.errors import BudgetError, EngineError

ENOUGH = Limits(wall_s=20, memory_bytes=500_000_000)
LARGE = Limits(wall_s=20, memory_bytes=2_000_000_000)
SHORT = Limits(wall_s=0.3, memory_bytes=500_000_000)


@pytest.fixture(autouse=True)
def engines_on_the_path(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def test_bytes_go_in_and_come_out_whole():
    payload = bytes(range(256)) * 10_000
    assert run("engines:echo", payload, ENOUGH) == payload


def test_a_worker_stays_warm_between_calls():
    with Worker() as worker:
        first = worker.call("engines:identity", b"", ENOUGH)
        assert worker.call("engines:identity", b"", ENOUGH) == first
        assert first != str(os.getpid()).encode()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["engines:hang", "engines:spin"])
def test_a_hang_is_stopped_at_its_limit_and_named(engine):
    begin = time.monotonic()
    with pytest.raises(EngineError, match=rf"'{engine}' was stopped after 0.3 s"):
        run(engine, b"", SHORT)
    assert time.monotonic() - begin < 3


@pytest.mark.parametrize(
    ("engine", "message"),
    [
        ("segfault", "crashed with SIGSEGV"),
        ("abort", "crashed with SIGABRT: engine: out of ideas"),
        ("leave", "ended with status 7"),
        ("swallow_memory", "needed more than 500 MB of memory"),
        ("fail", "failed: ValueError: first line second line"),
        ("quit_early", "failed: SystemExit: 3"),
        ("give_text", "failed: gave str and not bytes"),
        ("no_such_name", "failed: AttributeError"),
    ],
)
def test_every_end_is_named_in_one_line(engine, message):
    with pytest.raises(EngineError) as caught:
        run(f"engines:{engine}", b"", ENOUGH)
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.slow
def test_a_worker_works_again_after_each_disaster():
    with Worker() as worker:
        for engine in ("segfault", "hang", "swallow_memory", "fail"):
            with pytest.raises(EngineError):
                worker.call(f"engines:{engine}", b"", SHORT)
            assert worker.call("engines:echo", b"alive", ENOUGH) == b"alive"


def test_our_own_errors_come_out_as_their_own_kind_with_the_hint():
    with pytest.raises(BudgetError) as caught:
        run("engines:refuse", b"", ENOUGH)
    assert (caught.value.message, caught.value.hint) == ("too many 'words'", "split the article")


def test_an_error_kind_nobody_else_knows_comes_out_as_its_nearest_parent():
    with pytest.raises(BudgetError, match="no"):
        run("engines:refuse_in_its_own_way", b"", ENOUGH)


def test_a_bare_child_has_our_path_and_nothing_of_site():
    with Worker(bare=True) as worker:
        assert worker.call("engines:has_site", b"", ENOUGH) == b"bare"
    assert run("engines:has_site", b"", ENOUGH) == b"site"


def test_an_entry_of_the_path_may_be_named_in_bytes_that_are_no_text(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(tmp_path / "caf\udce9"))
    assert run("engines:echo", b"well", ENOUGH) == b"well"


def test_what_the_engine_prints_reaches_nobody(capfd):
    assert run("engines:chatter", b"quiet", ENOUGH) == b"quiet"
    assert capfd.readouterr() == ("", "")


def test_the_engine_reads_nothing_from_our_stdin():
    assert run("engines:read_stdin", b"", ENOUGH) == b""


@pytest.mark.slow
def test_what_the_engine_started_ends_with_it(tmp_path):
    note = tmp_path / "pid"
    with pytest.raises(EngineError, match="was stopped"):
        run("engines:start_child_and_hang", str(note).encode(), Limits(0.4, 500_000_000))
    deadline = time.monotonic() + 2
    while _runs(int(note.read_text())) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _runs(int(note.read_text()))


def test_no_zombie_is_left():
    with Worker() as worker:
        pid = int(worker.call("engines:identity", b"", ENOUGH))
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_files_are_limited_too(tmp_path):
    target = tmp_path / "big"
    with pytest.raises(EngineError, match="OSError"):
        run("engines:write_endlessly", str(target).encode(), Limits(20, 200_000_000))
    assert target.stat().st_size <= 200_000_000


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{"LANG": "C"}, {"LC_ALL": "POSIX"}])
def test_it_works_without_home_in_any_locale_with_stdin_closed(environment):
    script = (
        "from render.cage import Limits, run;"
        "import os; os.close(0);"
        "print(run('engines:surroundings', b'', Limits(20, 500_000_000)).decode())"
    )
    room = Path(__file__).parent
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": f"{room}:{room.parent.parent}", "PYTHONUTF8": "1"} | environment,
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for _ in range(2)
    }
    assert len(answers) == 1
    assert answers.pop().startswith("none é 1 ")


def test_the_working_folder_cannot_shadow_a_module(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('shadowed')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert run("engines:echo", b"safe", ENOUGH) == b"safe"


def _runs(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_inside_a_cage_engines_may_run_at_home():
    here, elsewhere, cage = run("engines:identities", b"", LARGE).split()

    assert here == cage
    assert elsewhere != cage


def test_an_engine_at_home_fails_as_one_in_a_cage_of_its_own():
    with pytest.raises(BudgetError, match="too many 'words'") as caught:
        run("engines:refuse_at_home", b"", LARGE)

    assert caught.value.hint == "split the article"


def test_engines_are_never_at_home_outside_a_cage():
    with pytest.raises(RuntimeError, match="not a cage"), engines_here():
        pass
