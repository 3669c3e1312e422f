"""A stage tells when it ends, and that it is at work when it takes long."""

import time

import pytest

from render.pipeline import progress
from render.pipeline.progress import Event, stage


def test_a_stage_tells_how_it_ended():
    heard: list[Event] = []
    with stage("mp3", heard.append):
        pass
    with pytest.raises(ValueError, match="x"), stage("m4b", heard.append):
        raise ValueError("x")

    assert [(event.stage, event.succeeded) for event in heard] == [("mp3", True), ("m4b", False)]


def test_a_long_stage_tells_that_it_is_at_work_and_falls_silent_at_its_end(monkeypatch):
    monkeypatch.setattr(progress, "_PATIENCE_S", 0.005)
    heard: list[Event] = []
    with stage("mp3", heard.append):
        time.sleep(0.04)

    *working, last = [event.succeeded for event in heard]
    assert working
    assert set(working) == {None}
    assert last is True
