"""What holds for all rules, beside the pairs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.model import Pronunciation
from render.speech.normalise import normalise
from render.speech.normalise.learning import learned
from render.speech.normalise.numbers import cardinal, ordinal

LANGUAGES = ["fr", "en", "ar", "ja", "und"]
WRITTEN = st.text(
    st.sampled_from("0123456789 .,:/-–%€$£°kmhMIVXeraC’'()#@&\u202f\u00a0\u00ad\u200bàÉ🎉ب"),
    max_size=40,
)


def said(written, lang, lexicon=()):
    return "".join(piece.spoken for piece in normalise(written, lang, lexicon))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(WRITTEN | st.text(max_size=80))
def test_pieces_cover_the_text_in_order_whatever_it_is(lang, written):
    pieces = normalise(written, lang)

    assert [piece.begin for piece in pieces[:1]] in ([], [0])
    assert all(a.end == b.begin for a, b in pairwise(pieces))
    assert not written or pieces[-1].end == len(written)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
@given(number=st.integers(0, 10**9))
def test_a_number_alone_is_all_words(lang, number):
    assert not any(map(str.isdigit, said(f"{number}", lang)))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "quatre-vingt-dix-sept"),
        ("fr-CH", "nonante-sept"),
        ("fr-BE", "nonante-sept"),
        ("de", "siebenundneunzig"),
        ("es", "noventa y siete"),
        ("ru", "девяносто семь"),
        ("ja", "九十七"),
        ("bm", "97"),
    ],
)
def test_numbers_are_words_in_the_language_of_the_text(lang, words):
    assert cardinal(97, lang).replace("\u00ad", "") == words


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("da", "den 12. marts"),
        ("nn", "den 3. boka"),
        ("fi", "12. maaliskuuta"),
        ("hu", "az 1. fejezet"),
        ("lv", "12. marts"),
        ("cs", "dne 12. března"),
        ("hr", "dana 12. ožujka"),
        ("tr", "12. bölüm"),
    ],
)
def test_ordinals_are_left_to_an_engine_where_they_are_written_with_a_full_stop(lang, written):
    assert said(written, lang) == written


def test_other_figures_with_a_full_stop_are_numbers():
    assert said("De var 12.", "da") == "De var tolv."
    assert said("Eran 12. Luego", "es") == "Eran doce. Luego"


def test_ordinals_are_words():
    assert ordinal(21, "fr") == "vingt-et-unième"
    assert ordinal(42, "en") == "forty-second"


def test_the_first_entry_of_a_lexicon_wins_and_only_in_its_language():
    house = Pronunciation(grapheme="AES", lang="fr", alias="aès")
    article = Pronunciation(grapheme="AES", lang="fr", alias="autre")

    assert said("l’AES", "fr", (house, article)) == "l’aès"
    assert said("the AES", "en", (house,)) == "the A-E-S"


def test_an_acronym_is_learned_from_the_name_before_it():
    text = "la Convention des Acteurs du Port (CAP) et le cap (NON)"

    entries = learned([text], "fr")
    assert [(entry.grapheme, entry.alias) for entry in entries] == [("CAP", "C A P")]
    assert said("LA CAP SE RÉUNIT", "fr", entries) == "LA C A P SE RÉUNIT"


def test_a_megabyte_of_text_is_normalised_in_a_moment():
    text = "Le 12 mars 2026, 3,5 M€ pour l’ONU (voir exemple.fr). " * 400

    assert said(text, "fr").count("douze mars") == 400
