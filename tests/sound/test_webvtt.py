from render.sound.webvtt import TimedText, timestamp, webvtt


def test_a_file_is_header_notes_and_cues():
    cues = [TimedText("p-1-s1", 0, 1500, "Salt & rice"), TimedText("p-1-s2", 1500, 3725009, "<b>")]

    assert webvtt(cues, ["Language: en"]) == (
        "WEBVTT\n\nNOTE Language: en\n\n"
        "p-1-s1\n00:00:00.000 --> 00:00:01.500\nSalt &amp; rice\n\n"
        "p-1-s2\n00:00:01.500 --> 01:02:05.009\n&lt;b&gt;\n"
    )


def test_words_have_times_inside_their_cue_and_in_order():
    """WebVTT 4.2: later than the cue's begin and than the one before, earlier than its end."""
    words = ((0, 1000), (5, 1400), (7, 1400), (13, 1900), (16, 2500))
    cue = TimedText("s", 1000, 2500, "Salt\n& rice, a lot", words)

    assert webvtt([cue]).splitlines()[4:] == [
        "Salt",
        "<00:00:01.400>&amp; rice, <00:00:01.900>a lot",
    ]


def test_times_have_hours_and_milliseconds():
    assert timestamp(360_000_001) == "100:00:00.001"
    assert timestamp(61_002, separator=",") == "00:01:01,002"
