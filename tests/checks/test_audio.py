"""The audio check: silent on good files, and shown to fail on bad twins."""

import array
import re
from dataclasses import replace

import pytest

from render import spool
from render.checks.audio import CHECK
from render.plugins import CheckedFile, Job, Subject
from render.renderers import m4b, mp3, srt, vtt
from render.speech import narrate
from render.theme import load
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import french


@pytest.fixture(scope="module")
def job():
    article = french()
    narration = narrate(article, SILENT)
    return Job(article, "a", load("default"), "2026-03-12T00:00:00Z", narration=narration)


def codes(*artefacts):
    files = tuple(CheckedFile(each.file_name, each.media_type, each.data) for each in artefacts)
    return {finding.code for finding in CHECK.run(Subject(files)).findings}


def with_pcm(job, pcm):
    return replace(job, narration=replace(job.narration, pcm=memoryview(pcm)))


@pytest.mark.slow
def test_what_we_make_passes(job):
    made = [module.RENDERER.render(job) for module in (mp3, m4b, vtt, srt)]

    assert codes(*made) == set()


def test_words_with_times_pass_and_those_out_of_order_are_found(job):
    made = vtt.RENDERER.render(replace(job, options=vtt.VttOptions(words=True)))
    first, second = re.findall(rb"<[\d:.]+>", made.data)[:2]
    turned = made.data.replace(first, b"?").replace(second, first).replace(b"?", second)

    assert made.data.count(b"<") > 20
    assert codes(made) == set()
    assert codes(replace(made, data=turned)) == {"AUDIO-006"}


@pytest.mark.slow
def test_hours_of_sound_are_judged_from_disk(job, monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", 10_000)

    assert codes(mp3.RENDERER.render(job)) == set()


@pytest.mark.slow
def test_a_damaged_file_is_found(job):
    made = m4b.RENDERER.render(job)

    assert codes(replace(made, data=made.data[:200])) == {"AUDIO-001"}


@pytest.mark.slow
def test_a_file_of_another_length_is_found(job):
    pcm = bytes(job.narration.pcm)
    longer = with_pcm(job, pcm + pcm[: 22050 * 2])

    assert "AUDIO-002" in codes(mp3.RENDERER.render(job), m4b.RENDERER.render(longer))


@pytest.mark.slow
def test_other_chapters_are_found(job):
    cues = tuple(replace(cue, role="sentence") for cue in job.narration.cues[3:])
    fewer = replace(job, narration=replace(job.narration, cues=(*job.narration.cues[:3], *cues)))

    assert codes(mp3.RENDERER.render(job), m4b.RENDERER.render(fewer)) == {"AUDIO-003"}


@pytest.mark.slow
def test_articles_of_other_names_are_not_compared_and_each_is_measured(job):
    longer = with_pcm(job, bytes(job.narration.pcm) * 2)
    soft = with_pcm(job, bytes(len(job.narration.pcm)))
    other, quiet = replace(longer, slug="b"), replace(soft, slug="c")
    made = [module.RENDERER.render(each) for each in (job, other) for module in (mp3, vtt)]

    assert codes(*made) == set()
    assert codes(*made, mp3.RENDERER.render(quiet)) == {"AUDIO-004"}


@pytest.mark.slow
def test_a_soft_sound_is_found(job):
    soft = array.array("h", (sample // 4 for sample in array.array("h", job.narration.pcm)))

    assert codes(mp3.RENDERER.render(with_pcm(job, soft.tobytes()))) == {"AUDIO-004"}


@pytest.mark.slow
def test_a_clipped_sound_is_found(job):
    loud = array.array("h", job.narration.pcm)
    for start in range(0, len(loud) - 200, 4000):
        for offset in range(200):
            loud[start + offset] = 32767 if offset // 20 % 2 else -32768

    assert "AUDIO-005" in codes(mp3.RENDERER.render(with_pcm(job, loud.tobytes())))


def test_timed_text_that_overlaps_or_runs_on_is_found(job):
    cues = list(job.narration.cues)
    cues[1] = replace(cues[1], begin=cues[0].begin + 100)
    overlapping = replace(job, narration=replace(job.narration, cues=tuple(cues)))
    shorter = with_pcm(job, job.narration.pcm[: 22050 * 12])
    shorter = replace(shorter, narration=replace(shorter.narration, cues=job.narration.cues[:2]))

    assert codes(vtt.RENDERER.render(overlapping)) == {"AUDIO-006"}
    assert "AUDIO-006" in codes(m4b.RENDERER.render(shorter), srt.RENDERER.render(job))


@pytest.mark.slow
def test_a_long_silence_is_found(job):
    pcm = bytes(job.narration.pcm)
    half = len(pcm) // 4 * 2
    parted = pcm[:half] + bytes(2 * 22050 * 3) + pcm[half:]

    assert codes(m4b.RENDERER.render(with_pcm(job, parted))) == {"AUDIO-007"}


def test_other_files_are_none_of_its_business():
    verdict = CHECK.run(Subject((CheckedFile("a.html", "text/html", b""),)))

    assert verdict.files == ()
