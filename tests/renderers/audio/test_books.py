"""DAISY and W3C audiobooks, as players open them."""

import io
import json
import zipfile
from itertools import pairwise
from xml.etree import ElementTree as ET

import av
import pytest

from render.renderers.daisy import RENDERER as DAISY
from render.renderers.lpf import RENDERER as LPF
from render.speech.chapters import chapters


def unpacked(artefact):
    with zipfile.ZipFile(io.BytesIO(artefact.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def daisy(job):
    return unpacked(DAISY.render(job))


@pytest.fixture(scope="module")
def lpf(job):
    return unpacked(LPF.render(job))


def seconds(data):
    with av.open(io.BytesIO(data), "r") as file:
        return (file.duration or 0) / 1_000_000


def test_the_same_job_gives_the_same_books(job):
    for renderer in (DAISY, LPF):
        assert renderer.render(job).data == renderer.render(job).data


def test_the_navigation_of_a_daisy_book_is_its_headings(daisy):
    root = ET.fromstring(daisy["ncc.html"])
    headings = [node for node in root.iter() if node.tag.rpartition("}")[2] in {"h1", "h2"}]

    assert ["".join(node.itertext()) for node in headings] == [
        "La mer, de nouveau",
        "Un port rouvert",
        "Et maintenant ?",
    ]
    assert headings[0].get("class") == "title"


def test_every_cue_has_its_words_and_its_sound_in_the_daisy_book(daisy, job):
    words = {
        node.get("id"): "".join(node.itertext())
        for node in ET.fromstring(daisy["content.html"]).iter()
    }
    clips = [
        node
        for name in sorted(daisy)
        if name.startswith("s0")
        for node in ET.fromstring(daisy[name]).iter("par")
    ]

    assert [text.get("src") for clip in clips for text in clip.iter("text")] == [
        f"content.html#{cue.id}" for cue in job.narration.cues
    ]
    assert all(words[cue.id] == " ".join(cue.text.split()) for cue in job.narration.cues)


def test_the_sounds_of_a_daisy_book_are_as_long_as_the_narration(daisy, job):
    total = sum(seconds(data) for name, data in daisy.items() if name.endswith(".mp3"))

    # Each file ends with a whole frame and the coder's delay.
    assert total == pytest.approx(job.narration.duration_s, abs=0.25)


def test_clips_follow_each_other_without_a_gap(daisy):
    for name in (name for name in daisy if name.startswith("s0")):
        audio = list(ET.fromstring(daisy[name]).iter("audio"))
        assert all(a.get("clip-end") == b.get("clip-begin") for a, b in pairwise(audio))


def test_an_audiobook_lists_its_sections_in_order(lpf, job):
    manifest = json.loads(lpf["publication.json"])

    assert manifest["type"] == "Audiobook"
    assert manifest["conformsTo"] == "https://www.w3.org/TR/audiobooks/"
    assert manifest["inLanguage"] == "fr"
    order = manifest["readingOrder"]
    assert [item["name"] for item in order] == [c.title for c in chapters(job.narration)]
    assert all(item["url"] in lpf for item in order)
    assert all(item["url"] in lpf for item in manifest["resources"])


def test_the_times_of_an_audiobook_are_true(lpf, job):
    manifest = json.loads(lpf["publication.json"])

    def told(duration):
        return float(duration.removeprefix("PT").removesuffix("S"))

    assert told(manifest["duration"]) == pytest.approx(job.narration.duration_s, abs=0.001)
    assert sum(told(item["duration"]) for item in manifest["readingOrder"]) == pytest.approx(
        told(manifest["duration"]), abs=0.01
    )


def test_the_contents_of_an_audiobook_lead_to_its_sounds(lpf):
    page = lpf["toc.html"].decode()

    assert 'role="doc-toc"' in page
    assert page.count('<li><a href="audio/') == 3
