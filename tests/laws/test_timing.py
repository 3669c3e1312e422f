"""Law 7: cues follow each other inside the sound, one for each sentence, and say the article."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.model import Span
from render.model.walk import walk
from render.preparation import prepare
from render.sound.webvtt import TimedText, webvtt
from render.speech import narrate
from render.voices.silent import VOICE
from tests.laws.editions import built, files
from tests.laws.examples import examples
from tests.strategies import articles


@examples(2)
@given(articles())
def test_cues_are_ordered_inside_the_sound_and_one_for_each_sentence(article):
    prepared = prepare(article).article
    narration = narrate(prepared, VOICE)
    cues = narration.cues

    assert all(one.end <= two.begin for one, two in pairwise(cues))
    assert all(0 <= cue.begin < cue.end <= narration.sample_count for cue in cues)
    ids = [cue.id for cue in cues]
    assert len(set(ids)) == len(ids)
    sentences = {
        node.id for node in walk(prepared) if isinstance(node, Span) and node.kind == "sentence"
    }
    assert {id_ for id_ in ids if re.search(r"-s\d+$", id_)} <= sentences


@pytest.mark.slow
@examples(2)
@given(articles())
def test_the_cues_together_are_the_transcript(article):
    made = built(article)
    transcript = files(made)["law.txt"].decode()

    assert made.narration is not None
    said = "".join("".join(cue.text.split()) for cue in made.narration.cues)
    assert said in "".join(transcript.split())


@examples(40)
@given(st.text(), st.text())
def test_no_text_can_end_a_cue_or_hide_an_arrow(name, text):
    """WebVTT 4.1 and 4.2.2: blocks end at a blank line, cue text has no arrow."""
    file = webvtt([TimedText(name, 0, 1, text), TimedText("last", 1, 2, "end")])

    assert "\0" not in file
    assert file.count("-->") == 2
    assert len(re.split(r"\n\n", file.rstrip("\n"))) == 3
