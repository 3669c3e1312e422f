"""The sound files as players see them: through FFmpeg's readers, and ffprobe where it is."""

import base64
import io
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace

import av
import numpy as np
import pytest
from msgspec import structs

from render.cover import cover_art
from render.errors import EngineError
from render.model import Code
from render.plugins import Artefact
from render.renderers import flac, m4b, mp3, opus, srt, transcript, vtt, wav
from render.sound.limiter import true_peak
from render.sound.loudness import integrated
from render.sound.pcm import resample, samples
from render.sound.wave_file import read_sound
from render.speech.chapters import chapters

TAGGED = [mp3.RENDERER, m4b.RENDERER, opus.RENDERER, flac.RENDERER]
RENDERERS = [*TAGGED, wav.RENDERER]
TEXTS = [vtt.RENDERER, srt.RENDERER, transcript.RENDERER]


@pytest.fixture(params=RENDERERS, ids=lambda renderer: renderer.name)
def renderer(request):
    return request.param


_made: dict[str, Artefact] = {}


def made(renderer, job):
    """What the renderer makes of the job, made once for all tests that only look at it."""
    if renderer.name not in _made:
        _made[renderer.name] = renderer.render(job)
    return _made[renderer.name]


def opened(artefact):
    return av.open(io.BytesIO(artefact.data))


def told_by(file):
    """What the file and its streams say, each under its name and number."""
    told = {key.lower(): value for key, value in file.metadata.items()}
    for stream in file.streams:
        for key, value in stream.metadata.items():
            told.setdefault(key.lower(), value)
            told[f"{key.lower()}-{stream.index}"] = value
    return told


def decoded(artefact):
    with opened(artefact) as file:
        frames = [frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)]
    return np.concatenate(frames)


@pytest.mark.slow
def test_the_file_is_named_and_typed(renderer, job):
    artefact = made(renderer, job)

    assert artefact.file_name == f"la-mer{renderer.suffix}"
    assert artefact.media_type == renderer.media_type
    assert artefact.findings == ()


@pytest.mark.slow
def test_same_narration_same_bytes(renderer, job):
    assert renderer.render(job).data == made(renderer, job).data


def test_the_sound_starts_on_time_and_ends_with_the_narration(renderer, job):
    """Within one millisecond at the start; nothing but padding after the end."""
    artefact = made(renderer, job)
    with opened(artefact) as file:
        rate = file.streams.audio[0].sample_rate
    sound = decoded(artefact).astype(float)
    truth = samples(resample(job.narration.pcm, job.narration.sample_rate_hz, rate)).astype(float)

    assert abs(sound.size - truth.size) <= 0.05 * rate
    window = slice(4000, 14000)
    lags = range(-60, 61)
    scores = [
        float(np.dot(sound[window.start + lag : window.stop + lag], truth[window])) for lag in lags
    ]
    assert abs(lags[int(np.argmax(scores))]) <= rate / 1000


@pytest.mark.slow
def test_decoded_it_is_as_loud_as_it_should_be_and_not_clipped(renderer, job):
    pcm, rate = read_sound(made(renderer, job).data, "the file")

    assert integrated(pcm, rate) == pytest.approx(-19, abs=0.5)
    assert true_peak(pcm) <= 10 ** (-1 / 20)


def test_chapters_are_the_headings_in_order(renderer, job):
    with opened(made(renderer, job)) as file:
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
    with opened(made(renderer, job)) as file:
        told = told_by(file)

    assert told["title"] == "La mer, de nouveau"
    assert told["artist"] == "Awa Diallo"
    assert told["date"].startswith("2026")
    if renderer in TAGGED:
        lyrics = next(value for key, value in told.items() if key.startswith("lyrics"))
        assert "Trois quais restent fermés." in lyrics


def test_the_language_is_told(renderer, job):
    with opened(made(renderer, job)) as file:
        told = told_by(file)

    assert {value for key, value in told.items() if key.startswith("language")} == {"fra"}


def pictures(tagged, data):
    """The bytes in which a picture stands as it is."""
    if tagged is opus.RENDERER:
        block = re.search(rb"METADATA_BLOCK_PICTURE=([\w+/=]+)", b"".join(ogg_payloads(data)))
        assert block
        return base64.b64decode(block[1])
    return data


def ogg_payloads(data):
    """What the pages of an Ogg file hold (RFC 3533, clause 6)."""
    at = 0
    while at < len(data):
        segments = data[at + 27 : at + 27 + data[at + 26]]
        begin = at + 27 + len(segments)
        at = begin + sum(segments)
        yield data[begin:at]


@pytest.mark.parametrize("tagged", TAGGED, ids=lambda renderer: renderer.name)
def test_the_cover_is_that_of_the_theme(tagged, job):
    drawn = cover_art(job.article, job.theme)

    assert drawn.is_lettered
    assert drawn.data in pictures(tagged, made(tagged, job).data)
    with opened(made(tagged, job)) as file:
        (picture,) = file.streams.video
        assert (picture.width, picture.height) == (1600, 2560)


def test_without_narration_it_fails_in_words(job):
    for renderer in (*RENDERERS, *TEXTS):
        with pytest.raises(EngineError, match="no narration"):
            renderer.render(replace(job, narration=None))


def test_the_mp3_has_a_constant_bit_rate_and_a_gapless_header(job):
    data = made(mp3.RENDERER, job).data

    assert data.startswith(b"ID3\x03")
    assert b"Info" in data
    assert b"LAME" in data


def test_the_index_of_the_m4b_comes_before_its_sound(job):
    data = made(m4b.RENDERER, job).data

    assert data[4:12] == b"ftypM4B "
    assert data.index(b"moov") < data.index(b"mdat")


def test_flac_and_wav_hold_the_very_samples(job):
    for renderer in (flac.RENDERER, wav.RENDERER):
        assert decoded(made(renderer, job)).astype("<i2").tobytes() == job.narration.pcm


def test_every_page_of_the_opus_file_has_its_checksum(job):
    """RFC 3533: FFmpeg warns of a page whose checksum is wrong, and skips it."""
    data = made(opus.RENDERER, job).data

    assert data.count(b"OggS") >= 3
    assert decoded(made(opus.RENDERER, job)).size == pytest.approx(
        job.narration.duration_s * 48000, abs=2
    )


def test_subtitles_number_their_cues_and_escape_arrows(job):
    text = made(srt.RENDERER, job).data.decode()

    assert text.startswith("1\n00:00:00,200 --> 00:00:")
    assert text.count("-->") == len(job.narration.cues)


def test_the_transcript_is_the_text_a_sentence_a_line(job):
    lines = made(transcript.RENDERER, job).data.decode().splitlines()

    assert lines[:3] == [
        "La mer, de nouveau",
        "Après un mois d’arrêt, les grues tournent.",
        "Awa Diallo",
    ]
    assert lines[lines.index("Un port rouvert") - 1] == ""


def test_webvtt_has_a_cue_for_each_sentence(job):
    text = made(vtt.RENDERER, job).data.decode()

    assert text.startswith("WEBVTT\n\nNOTE Language: fr\n\n")
    assert text.count("-->") == len(job.narration.cues)
    assert "\np-3-s1\n" in text


def test_words_that_nobody_said_are_reported(job):
    cues = (replace(job.narration.cues[0], voice="espeak:fr none:bm"), *job.narration.cues[1:])
    broken = replace(job, narration=replace(job.narration, cues=cues))

    (finding,) = mp3.RENDERER.render(broken).findings
    assert finding.code == "VOICE-001"
    assert "(bm)" in finding.message


def test_program_text_is_reported_as_not_read_aloud(job):
    code = Code(id="code-1", value="x = 1")
    listing = replace(job, article=structs.replace(job.article, body=(*job.article.body, code)))

    (finding,) = mp3.RENDERER.render(listing).findings
    assert (finding.code, finding.where.node) == ("VOICE-003", "code-1")
    assert "not read aloud: 1" in finding.message


def required(program):
    """Fail in CI, skip elsewhere, where an independent reader is not installed."""
    if shutil.which(program):
        return
    if os.environ.get("CI"):
        pytest.fail(f"not installed: {program}", pytrace=False)
    pytest.skip(f"not installed: {program}")


@pytest.mark.slow
def test_ffprobe_agrees(renderer, job, tmp_path):
    required("ffprobe")
    path = tmp_path / f"a{renderer.suffix}"
    path.write_bytes(made(renderer, job).data)
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", path]

    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    assert [chapter["tags"]["title"] for chapter in told["chapters"]] == [
        chapter.title for chapter in chapters(job.narration)
    ]
    assert float(told["format"]["duration"]) == pytest.approx(job.narration.duration_s, abs=0.1)


@pytest.mark.slow
@pytest.mark.parametrize("tagged", TAGGED, ids=lambda renderer: renderer.name)
def test_mediainfo_agrees(tagged, job, tmp_path):
    required("mediainfo")
    path = tmp_path / f"a{tagged.suffix}"
    path.write_bytes(made(tagged, job).data)

    ran = subprocess.run(["mediainfo", "--Output=JSON", path], capture_output=True, check=True)
    tracks = json.loads(ran.stdout)["media"]["track"]
    general = next(track for track in tracks if track["@type"] == "General")
    sound = next(track for track in tracks if track["@type"] == "Audio")
    assert general["Title"] == "La mer, de nouveau"
    assert general["Performer"] == "Awa Diallo"
    assert sound["Language"] == "fr"
    # It does not read the chapters of ID3.
    if tagged is not mp3.RENDERER:
        menu = next(track for track in tracks if track["@type"] == "Menu")
        assert "Un port rouvert" in json.dumps(menu, ensure_ascii=False)
