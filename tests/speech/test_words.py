from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from render.speech.inlines import Run
from render.speech.parts import Pronouncing, parts
from render.speech.units import Part, Piece
from render.speech.words import SpokenWord, Written, estimated, word_cues, written_words

TEXT = "Il roule à 10 km/h, dit-on."


def test_one_report_for_several_written_words_is_one_cue():
    part = Part("fr", (Piece(0, 11, "Il roule à "), Piece(11, 18, "dix kilomètres par heure")))
    words = tuple(
        SpokenWord(begin, end, sample, sample + 9)
        for begin, end, sample in ((0, 2, 0), (3, 8, 10), (9, 10, 20), (11, 14, 30), (15, 25, 40))
    )

    cues = word_cues("Il roule à 10 km/h", written_words(part, words), 60, exact=True)
    said = [("Il roule à 10 km/h"[cue.char_begin : cue.char_end], cue.begin) for cue in cues]
    assert said == [("Il", 0), ("roule", 10), ("à", 20), ("10 km/h", 30)]


def test_a_word_without_a_report_belongs_to_the_one_before():
    heard = (Written(0, 2, 0), Written(6, 9, 50))

    cues = word_cues("un de fin", heard, 80, exact=True)
    assert [(cue.char_begin, cue.char_end, cue.begin, cue.end) for cue in cues] == [
        (0, 5, 0, 50),
        (6, 9, 50, 80),
    ]


def test_announcements_have_no_word_cues():
    part = Part("en", (Piece(0, 0, "Image: "), Piece(0, 3, "Two")))

    heard = written_words(part, (SpokenWord(0, 5, 0, 9), SpokenWord(7, 10, 9, 20)))
    assert heard == (Written(0, 3, 9),)


def test_chinese_follows_the_words_the_engine_reports():
    heard = (Written(0, 2, 0), Written(2, 4, 30))

    cues = word_cues("今天天气。", heard, 60, exact=True)
    assert [(cue.char_begin, cue.char_end) for cue in cues] == [(0, 2), (2, 5)]


@given(st.text(max_size=400))
def test_cues_are_ordered_inside_the_sound_and_cover_every_word(text):
    made = parts((Run(text, "fr"),), "fr", Pronouncing())
    heard = tuple(
        word
        for index, part in enumerate(made)
        for word in written_words(part, estimated(part, 1000 * index, 1000 * (index + 1)))
    )
    end = 1000 * len(made)

    cues = word_cues(text, heard, end, exact=False)
    assert all(a.end == b.begin and a.char_end <= b.char_begin for a, b in pairwise(cues))
    assert not cues or cues[-1].end == end
    covered = {index for cue in cues for index in range(cue.char_begin, cue.char_end)}
    letters = {index for index, sign in enumerate(text) if sign.isalnum()}
    assert letters <= covered or not cues


@given(st.text(max_size=1500))
def test_parts_cover_the_written_text_in_order(text):
    pieces = [
        piece for part in parts((Run(text, "en"),), "en", Pronouncing()) for piece in part.pieces
    ]

    assert all(a.end == b.begin for a, b in pairwise(pieces))
