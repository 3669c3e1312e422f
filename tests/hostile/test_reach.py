"""The count of reads and calls: it sees what is planted, here and in a cage."""

import pytest

from render.cage import Limits, Worker
from tests.hostile.watch import planted

LIMITS = Limits(20.0, 10**9)


def _in_a_cage(name: str, payload: bytes) -> None:
    with Worker() as worker:
        worker.call(f"tests.hostile.watch.planted:{name}", payload, LIMITS)


def _here(name: str, payload: bytes) -> None:
    getattr(planted, name)(payload)


@pytest.mark.parametrize("run", [_here, _in_a_cage])
def test_a_read_outside_and_a_call_are_counted(run, watched, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("nobody's business")

    run("read_outside", str(secret).encode())
    run("call_somebody", b"")

    assert watched.faults() == ["call ('127.0.0.1', 9)", f"read {secret}"]
    watched.forget()
