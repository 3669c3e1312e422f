"""Anemone, another maker of DAISY books, makes the same book of the same sound and times."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from html import escape, unescape
from itertools import accumulate
from pathlib import Path

import pytest

from render.checks.daisy import CHECK
from render.plugins import CheckedFile, Subject
from render.renderers.daisy import RENDERER as DAISY
from render.sound.encoding import mp3

SPEECH = Path(os.environ["LISIBLE_VALIDATORS"]) / "speech"
MAKE = """
import json, sys
from anemone import anemone
sound, text, times, book = sys.argv[1:]
anemone(sound, open(text).read(), json.load(open(times)), book, lang="fr",
        title="La mer, de nouveau", creator="Awa Diallo", publisher="Le Quotidien",
        url="https://example.org/la-mer", reader="eSpeak", date="2026-03-12")
"""

pytestmark = [pytest.mark.slow, pytest.mark.validators("speech")]


@pytest.fixture(scope="module")
def foreign(job, tmp_path_factory):
    folder = tmp_path_factory.mktemp("anemone")
    paths = [folder / name for name in ("sound.mp3", "text.html", "times.json", "daisy.zip")]
    cues, rate = job.narration.cues, job.narration.sample_rate_hz
    elements = (
        f'<{name} data-pid="{number}">{escape(cue.text.strip())}</{name}>'
        for number, cue in enumerate(cues)
        for name in (f"h{cue.level}" if cue.level else "p",)
    )
    times = [{"id": str(n), "time": f"{cue.begin / rate:.3f}"} for n, cue in enumerate(cues)]
    paths[0].write_bytes(mp3(job.narration.pcm, rate))
    paths[1].write_text("".join(elements))
    paths[2].write_text(json.dumps({"markers": times}))
    environment = os.environ | {"PYTHONPATH": str(SPEECH)}
    subprocess.run([sys.executable, "-c", MAKE, *paths], env=environment, check=True)
    return paths[3].read_bytes()


@pytest.fixture(scope="module")
def own(job):
    return DAISY.render(job).data


def files(book):
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def told(book, name):
    found = re.search(rf'name="ncc:{name}" content="([^"]*)"', files(book)["ncc.html"])
    assert found, name
    return found[1]


def headings(book):
    found = re.findall(r"<h(\d)[^>]*>\s*<a [^>]*>(.*?)</a>", files(book)["ncc.html"], re.DOTALL)
    return [(int(level), unescape(text).strip()) for level, text in found]


def clips_s(book):
    """When each clip begins and ends in the whole book, its parts one after the other."""
    parts = [
        [
            (float(begin), float(end))
            for begin, end in re.findall(
                r'clip-begin="npt=([\d.]+)s" clip-end="npt=([\d.]+)s"', text
            )
        ]
        for name, text in sorted(files(book).items())
        if name.endswith(".smil") and "clip-begin" in text
    ]
    starts = [0, *accumulate(part[-1][1] for part in parts)]
    return [
        (start + begin, start + end)
        for start, part in zip(starts, parts, strict=False)
        for begin, end in part
    ]


def seconds(time):
    hours, minutes, rest = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def test_the_same_headings_depth_and_kind(own, foreign):
    assert headings(own) == headings(foreign)
    for name in ("tocItems", "depth", "multimediaType", "pageNormal"):
        assert told(own, name) == told(foreign, name)


def test_the_same_items_at_the_same_times(own, foreign):
    assert len(clips_s(own)) == len(clips_s(foreign))
    # Only the first differs: Anemone begins at the first word, we at the first sample.
    pairs = list(zip(clips_s(own), clips_s(foreign), strict=True))[1:]
    assert max(abs(ours[0] - theirs[0]) for ours, theirs in pairs) <= 0.003
    # Ours is in whole seconds.
    assert abs(seconds(told(own, "totalTime")) - seconds(told(foreign, "totalTime"))) < 1


def test_our_check_finds_ours_whole_and_what_the_other_leaves_out(own, foreign):
    def found(book):
        verdict = CHECK.run(Subject((CheckedFile("book.zip", "application/zip", book),)))
        return [finding.message for finding in verdict.findings]

    assert found(own) == []
    assert [message.partition(",")[0] for message in found(foreign)] == [
        "no 'ncc:setInfo'",
        "'ncc:files' is 5",
    ]
