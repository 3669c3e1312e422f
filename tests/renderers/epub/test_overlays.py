"""Sound in step with the text: which words, in which order, when, and what is typed."""

import array
import dataclasses
import io
from typing import Any

import av
import numpy as np
import pytest

from render.narration import Cue, Narration
from render.renderers.epub.overlays import clips_of, clock
from render.speech import narrate
from render.voices.silent import VOICE as SILENT
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import Edition, make
from tests.renderers.epub.narrations import RATE_HZ, tones

SMIL = "{http://www.w3.org/ns/SMIL}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"


def pars(edition: Edition, name: str = "article.smil") -> list[Any]:
    return list(edition.tree(name).iter(f"{SMIL}par"))


def seconds(value: str) -> float:
    hours, minutes, rest = value.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def times(par: Any) -> tuple[float, float]:
    audio = par.find(f"{SMIL}audio")
    return seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd"))


def narration(*cues: tuple[str, int, int], length: int) -> Narration:
    """Cues as (id, begin, end) in milliseconds, at 1000 samples a second."""
    made = tuple(
        Cue(id=key, begin=begin, end=end, role="", text="", spoken="", lang="fr", voice="v")
        for key, begin, end in cues
    )
    return Narration(memoryview(bytes(2 * length)), 1000, made)


def test_clips_follow_without_gap_from_the_first_sample_to_the_last():
    clips = clips_of(narration(("a", 200, 900), ("b", 1500, 2000), ("c", 2010, 3000), length=3400))

    spans = [(clip.begin_ms, clip.end_ms) for clip in clips.values()]

    assert spans == [(0, 1440), (1440, 2005), (2005, 3400)]


def test_a_clip_begins_in_the_silence_before_its_words():
    clips = clips_of(narration(("a", 0, 900), ("b", 1500, 2000), length=2000))

    assert 900 <= clips["b"].begin_ms <= 1500 - 50


def test_cues_of_one_element_become_one_clip():
    clips = clips_of(narration(("a", 0, 400), ("a", 500, 900), ("b", 1500, 2000), length=2000))

    assert clips["a"].begin_ms == 0
    assert clips["a"].end_ms >= 900


def test_clock_values_have_hours_and_three_decimals():
    assert clock(0) == "0:00:00.000"
    assert clock(3_723_045) == "1:02:03.045"


def test_overlay_order_is_document_order(spoken):
    order = [e.get("id") for e in spoken.tree("article.xhtml").iter()]
    targets = [par.find(f"{SMIL}text").get("src").partition("#")[2] for par in pars(spoken)]

    places = [order.index(target) for target in targets]

    assert places == sorted(places)
    assert len(set(targets)) == len(targets)


def test_every_word_and_alternative_has_a_sound(spoken, spoken_plain):
    for edition in (spoken, spoken_plain):
        assert "EPUB-004" not in [finding.code for finding in edition.artefact.findings]


def test_a_word_without_a_sound_is_named_and_ears_are_not_said_to_be_enough():
    article = samples.plain()
    whole = tones(article)
    partial = Narration(
        whole.pcm, whole.sample_rate_hz, tuple(c for c in whole.cues if c.id != "p-3-s1")
    )
    edition = make(article, narration=partial)
    [finding] = edition.artefact.findings

    assert finding.code == "EPUB-004"
    assert "without sound: 5," in finding.message
    assert "Il vient de la région." in finding.message
    assert 'accessModeSufficient">auditory<' not in edition.text("content.opf")


def test_a_passage_that_no_voice_could_say_is_told_and_no_narrator():
    article = samples.plain()
    whole = tones(article)
    cues = tuple(dataclasses.replace(cue, voice=f"{cue.voice} none:bm") for cue in whole.cues)
    edition = make(article, narration=Narration(whole.pcm, whole.sample_rate_hz, cues))
    [finding] = edition.artefact.findings

    assert "no voice speaks bm" in finding.message
    assert edition.text("content.opf").count("media:narrator") == 1
    assert 'accessModeSufficient">auditory<' not in edition.text("content.opf")


def test_listening_alone_is_enough_when_all_is_spoken(spoken_plain):
    opf = spoken_plain.text("content.opf")

    assert 'property="schema:accessMode">auditory<' in opf
    assert 'property="schema:accessModeSufficient">auditory<' in opf
    assert 'property="schema:accessibilityFeature">synchronizedAudioText<' in opf


def test_program_text_is_not_spoken_so_ears_alone_are_not_enough(spoken):
    opf = spoken.text("content.opf")

    assert 'property="schema:accessibilityFeature">synchronizedAudioText<' in opf
    assert 'property="schema:accessModeSufficient">auditory<' not in opf


@pytest.mark.slow
def test_program_text_is_lit_while_it_is_announced():
    article = samples.rich()
    edition = make(article, narration=narrate(article, SILENT))
    targets = [par.find(f"{SMIL}text").get("src") for par in pars(edition)]
    around = targets.index("article.xhtml#code-1")

    assert targets[around - 1].startswith("article.xhtml#p-12")
    assert targets[around + 1].startswith("article.xhtml#p-13")


def test_what_one_may_leave_is_typed_for_it(spoken):
    root = spoken.tree("article.smil")
    kinds = {seq.get(f"{OPS}type") for seq in root.iter(f"{SMIL}seq")}

    assert kinds == {"list", "figure", "table", "aside", "endnotes", "footnote"}


def test_what_one_may_skip_is_typed_for_it(spoken):
    [note] = [par for par in pars(spoken) if par.get("id") == "par-note-1-p-s1"]

    assert note.get(f"{OPS}type") == "footnote"


def test_the_moment_of_a_page_marker_is_silent_typed_and_before_the_page(spoken):
    loud = np.abs(decoded(spoken)) > 500
    pages = [par for par in pars(spoken) if par.get(f"{OPS}type") == "pagebreak"]

    assert [page.get("id") for page in pages] == ["par-page-2", "par-page-3"]
    for page in pages:
        begin, end = times(page)
        assert not loud[round(begin * RATE_HZ) : round(end * RATE_HZ)].any()
        assert times(page.getnext())[0] == end


def test_declared_durations_are_those_of_the_sound(spoken):
    metas = spoken.tree("content.opf").iter(f"{OPF}meta")
    durations = [m for m in metas if m.get("property") == "media:duration"]
    total = next(seconds(m.text) for m in durations if not m.get("refines"))

    assert abs(total - sum(seconds(m.text) for m in durations if m.get("refines"))) < 0.001
    assert abs(total - decoded(spoken).size / RATE_HZ) < 0.05


def test_each_clip_of_the_decoded_sound_holds_its_own_tone_and_no_other(spoken):
    loud = np.abs(decoded(spoken)) > 500
    cues = {cue.id: cue for cue in spoken.narration.cues}
    spans = [
        (par.find(f"{SMIL}text").get("src").partition("#")[2], *times(par))
        for name in ("article.smil", "descriptions.smil")
        for par in pars(spoken, name)
    ]

    spoken_spans = [span for span in spans if span[0] in cues]
    for key, begin, end in spoken_spans:
        heard = np.flatnonzero(loud[round(begin * RATE_HZ) : round(end * RATE_HZ)])
        first = begin + heard[0] / RATE_HZ
        last = begin + heard[-1] / RATE_HZ
        assert abs(first - cues[key].begin / RATE_HZ) < 0.003, key
        assert abs(last - cues[key].end / RATE_HZ) < 0.003, key


@pytest.mark.slow
def test_decoded_sound_lines_up_to_the_sample(spoken):
    master = np.frombuffer(spoken.narration.pcm, dtype="<i2").astype(int)
    sound = decoded(spoken)
    middle = master[4_000:60_000]

    matches = {
        lag: np.dot(sound[4_000 + lag : 60_000 + lag], middle) for lag in range(-1200, 1200, 1)
    }

    assert max(matches, key=lambda lag: matches[lag]) == 0
    assert sound.size == master.size


def test_sound_has_a_constant_bit_rate_and_its_header(spoken):
    data = spoken.files["EPUB/audio/narration.mp3"]

    assert b"Info" in data[:200]


def test_highlight_classes_are_declared_and_styled_in_light_and_dark(spoken):
    opf, css = spoken.text("content.opf"), spoken.text("style.css")

    assert ">-epub-media-overlay-active<" in opf
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    assert ".-epub-media-overlay-active" in light
    assert ".-epub-media-overlay-active" in dark.split("}\n}")[0]


def test_without_narration_there_is_no_trace_of_sound(plain):
    assert not [name for name in plain.files if name.endswith((".smil", ".mp3"))]
    assert "media:" not in plain.text("content.opf")


def decoded(edition: Edition) -> np.ndarray:
    """The samples as a player gives them."""
    out = array.array("h")
    with av.open(io.BytesIO(edition.files["EPUB/audio/narration.mp3"]), "r") as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                out.frombytes(piece.to_ndarray().tobytes())
    return np.frombuffer(out.tobytes(), dtype="<i2").astype(int)
