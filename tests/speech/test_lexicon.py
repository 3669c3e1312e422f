import pytest

from render.errors import InputError
from render.speech import SpeechOptions, narrate, plan, read_lexicon, sayings
from render.speech.tagging import unspoken
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import article, paragraph

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
    alphabet="ipa" xml:lang="fr">
  <lexeme><grapheme>Ségou</grapheme><grapheme>SÉGOU</grapheme><alias>Ségoue</alias></lexeme>
  <lexeme><grapheme>Djenné</grapheme><phoneme>dʒene</phoneme></lexeme>
</lexicon>""".encode()


def forms(data, lang="fr"):
    return [(entry.grapheme, entry.alias, entry.lang) for entry in read_lexicon(data, "l", lang)]


def test_pls_gives_an_entry_for_each_grapheme():
    assert forms(PLS) == [
        ("Ségou", "Ségoue", "fr"),
        ("SÉGOU", "Ségoue", "fr"),
        ("Djenné", None, "fr"),
    ]
    assert read_lexicon(PLS, "l", "fr")[2].ipa == "dʒene"


@pytest.mark.parametrize(
    "text",
    [
        "written,spoken\nSégou,Ségoue\n",
        "written;spoken\r\nSégou;Ségoue\r\n",
        "\ufeffwritten,spoken,lang\n\nSégou,Ségoue,\n",
        "spoken,written,note\nSégoue,Ségou,ville\n",
    ],
)
def test_csv_is_read_as_spreadsheets_write_it(text):
    assert forms(text.encode()) == [("Ségou", "Ségoue", "fr")]


def test_csv_may_name_the_language_of_an_entry():
    assert forms(b"written,spoken,lang\nAES,a e s,en\n") == [("AES", "a e s", "en")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a,b\n1,2\n", "columns 'a, b'"),
        (b"written,spoken\nx,\n", "line 2"),
        ("written,spoken\né,e".encode("latin-1"), "not UTF-8"),
        (b"<lexicon", "not well-formed"),
        (b"<html/>", "no PLS lexicon"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "entities"),
        (PLS.replace(b'"ipa"', b'"x-sampa"'), "alphabet 'x-sampa'"),
    ],
)
def test_a_broken_lexicon_says_what_is_wrong(data, message):
    with pytest.raises(InputError, match=message):
        read_lexicon(data, "house", "fr")


def test_the_house_lexicon_changes_what_is_said_and_nothing_else():
    text = "Vers Ségou, puis Ségouville."
    options = SpeechOptions(lexicon=read_lexicon(PLS, "l", "fr"))

    unit = plan(article(paragraph("p-1", text), lang="fr"), options)[1]
    assert unit.spoken == "Vers Ségoue, puis Ségouville."
    assert unit.written == text


def test_phonemes_reach_the_voice_with_the_written_form():
    options = SpeechOptions(lexicon=read_lexicon(PLS, "l", "fr"))

    (part,) = plan(article(paragraph("p-1", "À Djenné, 14h."), lang="fr"), options)[1].parts
    assert part.spoken == "À Djenné, quatorze heures."
    assert part.phonemes == ((2, 8, "dʒene"),)


def test_a_voice_without_phonemes_says_the_form_and_the_listener_is_told_once():
    text = "À Djenné, puis à Djenné."
    options = SpeechOptions(lexicon=read_lexicon(PLS, "l", "fr"))
    written = article(paragraph("p-1", text), lang="fr")
    narration = narrate(written, SILENT, options=options)

    assert narration.cues[1].unpronounced == ("Djenné", "Djenné")
    assert narration.cues[1].spoken == text
    (finding,) = unspoken(written, narration)
    assert finding.code == "VOICE-002"
    assert "'Djenné' were not used by silent:tone" in finding.message


def test_sayings_show_written_and_spoken_side_by_side():
    said = sayings(article(paragraph("p-1", "Dr Ba vient à 14h30."), lang="fr"))[1]

    assert said.written == "Dr Ba vient à 14h30."
    assert said.spoken == "Docteur Ba vient à quatorze heures trente."
    assert said.changes == (("Dr", "Docteur"), ("14h30", "quatorze heures trente"))
