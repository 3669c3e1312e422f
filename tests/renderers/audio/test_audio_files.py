"""The sound files as players see them: through FFmpeg's readers, and ffprobe where it is."""

import io
import json
import shutil
import subprocess
from dataclasses import replace

import av
import numpy as np
import pytest

from render.errors import EngineError
from render.model import Asset, Decorative, Image
from render.renderers import m4b, mp3, vtt
from render.sound.pcm import samples
from render.speech.chapters import chapters

RENDERERS = [mp3.RENDERER, m4b.RENDERER]
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@pytest.fixture(params=RENDERERS, ids=lambda renderer: renderer.name)
def renderer(request):
    return request.param


def opened(artefact):
    return av.open(io.BytesIO(artefact.data))


def decoded(artefact):
    with opened(artefact) as file:
        frames = [frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)]
    return np.concatenate(frames)


def test_the_file_is_named_and_typed(renderer, job):
    made = renderer.render(job)

    assert made.file_name == f"la-mer{renderer.suffix}"
    assert made.media_type == renderer.media_type
    assert made.findings == ()


def test_same_narration_same_bytes(renderer, job):
    assert renderer.render(job).data == renderer.render(job).data


def test_the_sound_starts_on_time_and_ends_with_the_narration(renderer, job):
    """Within one millisecond at the start; nothing but padding after the end."""
    sound = decoded(renderer.render(job)).astype(float)
    truth = samples(job.narration.pcm).astype(float)

    assert abs(sound.size - truth.size) <= 0.05 * job.narration.sample_rate_hz
    window = slice(4000, 14000)
    lags = range(-60, 61)
    scores = [
        float(np.dot(sound[window.start + lag : window.stop + lag], truth[window])) for lag in lags
    ]
    assert abs(lags[int(np.argmax(scores))]) <= job.narration.sample_rate_hz / 1000


def test_chapters_are_the_headings_in_order(renderer, job):
    with opened(renderer.render(job)) as file:
        found = [
            (chapter["metadata"]["title"], round(1000 * chapter["start"] * chapter["time_base"]))
            for chapter in file.chapters()
        ]

    wanted = [(chapter.title, chapter.begin_ms) for chapter in chapters(job.narration)]
    assert found == wanted
    assert [title for title, _ in found] == [
        "La mer, de nouveau",
        "Un port rouvert",
        "Et maintenant ?",
    ]


def test_title_author_date_and_transcript_are_told(renderer, job):
    with opened(renderer.render(job)) as file:
        told = dict(file.metadata)

    assert told["title"] == "La mer, de nouveau"
    assert told["artist"] == "Awa Diallo"
    assert told["date"].startswith("2026")
    lyrics = next(value for key, value in told.items() if key.startswith("lyrics"))
    assert "Trois quais restent fermés." in lyrics


def test_the_language_is_told(renderer, job):
    with opened(renderer.render(job)) as file:
        languages = {file.metadata.get("language")}
        languages |= {stream.metadata.get("language") for stream in file.streams}

    assert "fra" in languages
    assert languages <= {"fra", None}


def test_a_cover_is_put_in(renderer, job):
    article = job.article
    import msgspec

    cover = Asset(id="cover", data=JPEG, media_type="image/jpeg")
    meta = msgspec.structs.replace(article.meta, cover=Image(asset="cover", alt=Decorative()))
    covered = msgspec.structs.replace(article, meta=meta, assets=(cover,))

    assert JPEG in renderer.render(replace(job, article=covered)).data


def test_without_narration_it_fails_in_words(job):
    for renderer in (*RENDERERS, vtt.RENDERER):
        with pytest.raises(EngineError, match="no narration"):
            renderer.render(replace(job, narration=None))


def test_the_mp3_has_a_constant_bit_rate_and_a_gapless_header(job):
    data = mp3.RENDERER.render(job).data

    assert data.startswith(b"ID3\x03")
    assert b"Info" in data
    assert b"LAME" in data


def test_the_index_of_the_m4b_comes_before_its_sound(job):
    data = m4b.RENDERER.render(job).data

    assert data[4:12] == b"ftypM4B "
    assert data.index(b"moov") < data.index(b"mdat")


def test_webvtt_has_a_cue_for_each_sentence(job):
    text = vtt.RENDERER.render(job).data.decode()

    assert text.startswith("WEBVTT\n\nNOTE Language: fr\n\n")
    assert text.count("-->") == len(job.narration.cues)
    assert "\np-3-s1\n" in text


def test_words_that_nobody_said_are_reported(job):
    cues = (replace(job.narration.cues[0], voice="espeak:fr none:bm"), *job.narration.cues[1:])
    broken = replace(job, narration=replace(job.narration, cues=cues))

    (finding,) = mp3.RENDERER.render(broken).findings
    assert finding.code == "VOICE-001"
    assert "(bm)" in finding.message


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="an independent reader")
def test_ffprobe_agrees(renderer, job, tmp_path):
    path = tmp_path / f"a{renderer.suffix}"
    path.write_bytes(renderer.render(job).data)
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", path]

    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    assert ran.stderr.replace("Unsupported codec", "") == ran.stderr
    assert len(told["chapters"]) == 3
    assert float(told["format"]["duration"]) == pytest.approx(job.narration.duration_s, abs=0.1)
