import json

from selectolax.lexbor import LexborHTMLParser

from render.labels import labels_for
from render.narration import Cue, Narration, WordCue
from render.renderers.html.editions import Edition
from render.renderers.html.read_along import player

MP3 = (Edition("a.mp3", "audio/mpeg", "MP3"),)
TEXT = "𝔗he salt"


def cue(**fields):
    known = {"role": "sentence", "text": TEXT, "spoken": TEXT, "lang": "en", "voice": "espeak:en"}
    return Cue(**{**known, **fields})


def made(*cues, editions=MP3):
    narration = Narration(memoryview(bytes(200_000)), 1000, cues)
    return str(player(editions, narration, "player-h", labels_for("fr")))


def times(*cues):
    written = LexborHTMLParser(made(*cues)).css("script.times")[0].text()
    return json.loads(written)


def test_times_are_milliseconds_and_places_are_counted_as_scripts_count():
    words = (WordCue(500, 700, 0, 3, exact=True), WordCue(700, 900, 4, 8, exact=True))
    assert times(cue(id="p-1-s1", begin=500, end=900, words=words)) == [
        [500, "p-1-s1", 9, [0, 0, 4, 200, 5, 9]]
    ]


def test_words_that_are_only_estimated_are_not_lit():
    words = (WordCue(0, 1, 0, 3, exact=True), WordCue(1, 2, 4, 8, exact=False))
    assert times(cue(id="p-1-s1", begin=0, end=2, words=words)) == [[0, "p-1-s1", 9, []]]


def test_no_name_can_end_the_element_with_the_times():
    html = made(cue(id="</script><b>", begin=0, end=1))
    assert html.count("</script>") == 1
    assert times(cue(id="</script><b>", begin=0, end=1))[0][1] == "</script><b>"


def test_the_controls_speak_the_language_of_the_interface_and_wait_for_script():
    found = LexborHTMLParser(made(cue(id="a", begin=0, end=1)))
    panel = found.css(".read-along")[0]
    assert "hidden" in panel.attributes
    assert [button.text() for button in panel.css("button")] == [
        "Écouter",
        "Phrase précédente",
        "Phrase suivante",
    ]
    assert found.css("audio")[0].attributes["preload"] == "none"


def test_a_recording_without_times_has_the_browsers_player_alone():
    html = str(player(MP3, None, "player-h", labels_for("fr")))
    assert html.startswith("<audio controls")
    assert html.endswith("</audio>")


def test_without_a_recording_there_is_no_player():
    assert made(cue(id="a", begin=0, end=1), editions=()) == ""
