import io
import wave

import pytest

from render.errors import EngineError
from render.plugins import Utterance, Voice
from render.speech import sample
from render.voices.silent import VOICE as SILENT


def test_a_sample_is_a_wav_file_with_the_text_said():
    data = sample(SILENT, None, "14h30", "fr")

    with wave.open(io.BytesIO(data)) as file:
        assert file.getframerate() == 22050
        # As long as "quatorze heures trente", not as "14h30".
        assert file.getnframes() / 22050 == pytest.approx(22 * 60 / (6 * 165), abs=0.01)


def test_a_voice_that_says_nothing_is_an_error():
    mute = Voice("mute", tuple, lambda *_: iter([Utterance(bytes(4000), 22050, "mute:one")]))

    with pytest.raises(EngineError, match="'mute' said nothing"):
        sample(mute, None, "word", "en")
