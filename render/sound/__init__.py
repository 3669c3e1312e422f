"""The craft of sound: samples, loudness, codecs, tags and timed text. Knows no article."""
