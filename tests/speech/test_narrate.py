import array
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from render import spool
from render.errors import BudgetError, EngineError, MissingEngineError
from render.model import Marked, Paragraph, Text
from render.plugins import Utterance, Voice, VoiceInfo
from render.sound.loudness import integrated
from render.speech import narrate
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import article, french, paragraph


def voice(speak, lang="fr"):
    return Voice("stub", lambda: (VoiceInfo("one", lang, exact_words=False),), speak)


def loud(count, sample_rate_hz=22050):
    return Utterance(
        array.array("h", [4000, -4000] * (count // 2)).tobytes(), sample_rate_hz, "stub:one"
    )


@pytest.mark.parametrize("count", [0, 4000])
def test_the_engine_ends_with_the_narration(count):
    running = []

    def speak(requests, _name, _speed):
        running.append("engine")
        try:
            yield from (loud(count) for _ in requests)
        finally:
            running.clear()

    kept: list[object] = []
    try:
        kept.append(narrate(french(), voice(speak)))
    except EngineError as error:  # it keeps the frames that it came through
        kept.append(error)

    assert running == []


def test_cues_are_in_order_and_never_overlap():
    narration = narrate(french(), SILENT)

    cues = narration.cues
    assert all(cue.begin < cue.end for cue in cues)
    assert all(a.end <= b.begin for a, b in pairwise(cues))
    assert cues[-1].end <= narration.sample_count


def test_every_written_word_has_a_word_cue():
    narration = narrate(french(), SILENT)

    for cue in narration.cues:
        covered = {n for word in cue.words for n in range(word.char_begin, word.char_end)}
        assert {n for n, sign in enumerate(cue.text) if sign.isalnum()} <= covered
        assert all(cue.begin <= word.begin <= word.end <= cue.end for word in cue.words)


def test_no_gap_is_longer_than_a_second_and_a_half():
    cues = narrate(french(), SILENT).cues

    gaps = [(b.begin - a.end) / 22050 for a, b in pairwise(cues)]
    assert max(gaps) <= 1.5
    assert min(gaps) >= 0.2


def test_narration_is_at_the_target_loudness():
    narration = narrate(french(), SILENT)

    assert integrated(narration.pcm, narration.sample_rate_hz) == pytest.approx(-19, abs=0.5)


def test_same_article_same_bytes():
    assert narrate(french(), SILENT) == narrate(french(), SILENT)


def test_hours_of_sound_on_disk_give_the_same_narration(monkeypatch):
    in_memory = narrate(french(), SILENT)
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", 10_000)

    assert narrate(french(), SILENT) == in_memory


def test_engine_silence_is_trimmed_so_that_cues_are_sound():
    def speak(requests, _name, _speed):
        for _ in requests:
            quiet = bytes(2 * 9000)
            yield replace(loud(10000), pcm=quiet + loud(10000).pcm + quiet)

    narration = narrate(article(lang="fr"), voice(speak))
    assert narration.cues[0].end - narration.cues[0].begin == pytest.approx(10000, abs=600)


def test_other_sample_rates_are_resampled():
    def speak(requests, _name, _speed):
        yield from (loud(16000, 16000) for _ in requests)

    narration = narrate(article(lang="fr"), voice(speak))
    assert narration.cues[0].end - narration.cues[0].begin == pytest.approx(22050, abs=2)
    assert not any(word.exact for word in narration.cues[0].words)


def test_a_voice_of_another_language_is_refused_by_name():
    with pytest.raises(MissingEngineError, match=r"'stub' does not speak the language 'fr'"):
        narrate(french(), voice(SILENT.speak, "de"))


def test_a_voice_named_by_its_file_is_taken_where_none_is_listed():
    def none_yet():
        raise MissingEngineError("the voice 'stub' has no model yet")

    def named(name):
        assert name == "model.onnx"
        return (VoiceInfo("model", "fr", exact_words=False),)

    stub = Voice("stub", none_yet, SILENT.speak, named)
    assert {cue.voice for cue in narrate(french(), stub, "model.onnx").cues} == {"silent:tone"}
    with pytest.raises(MissingEngineError, match="no model yet"):
        narrate(french(), stub)


def test_a_foreign_passage_without_voice_is_left_out_and_names_no_voice():
    def speak(requests, _name, _speed):
        assert all(request.lang == "fr" for request in requests)
        yield from (loud(8000) for _ in requests)

    foreign = Marked(kind="emphasis", lang="bm", children=(Text(value="i ni sogoma baara"),))
    body = Paragraph(id="p-1", children=(foreign,))
    cue = narrate(article(body, lang="fr"), voice(speak)).cues[1]
    assert cue.voice == "none:bm"
    assert cue.begin < cue.end


def test_a_voice_that_makes_only_silence_is_an_error():
    def speak(requests, _name, _speed):
        yield from (Utterance(bytes(4000), 22050, "stub:one") for _ in requests)

    with pytest.raises(EngineError, match=r"'stub' made only silence"):
        narrate(french(), voice(speak))


def test_a_voice_that_gives_too_little_is_an_error():
    with pytest.raises(EngineError, match="gave nothing"):
        narrate(french(), voice(lambda *_: iter([loud(4000)])))


@pytest.mark.parametrize("text", ["…", "!!!", "— ;", "()"])
def test_only_punctuation_is_heard_as_a_pause(text):
    narration = narrate(article(paragraph("p-1", text)), SILENT)

    cue = narration.cues[1]
    assert cue.end - cue.begin == round(0.3 * 22050)
    assert cue.words == ()


@pytest.mark.slow
@pytest.mark.parametrize("text", ["12 345", "😀😀", "x" * 5000, "سلام دنیا", "mot " * 500])
def test_unusual_text_is_narrated(text):
    narration = narrate(article(paragraph("p-1", text)), SILENT)

    assert narration.cues[1].text.strip() == text.strip()
    assert narration.cues[1].voice == "silent:tone"


@pytest.mark.slow
def test_a_narration_of_days_is_refused_before_it_begins(monkeypatch):
    def speak(*_):
        raise AssertionError("nothing may be said")

    monkeypatch.setattr(sys.modules["render.speech.narrate"], "_MOST_CHARACTERS", 70_000)
    endless = [paragraph(f"p-{n}", "mot " * 2000) for n in range(10)]
    with pytest.raises(BudgetError, match=r"1\.2 hours") as caught:
        narrate(article(*endless, lang="fr"), voice(speak))
    assert "--to" in caught.value.hint
