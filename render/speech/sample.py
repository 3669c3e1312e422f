"""A sample of a voice, as a WAV file to listen to before choosing."""

from __future__ import annotations

from render.errors import EngineError
from render.plugins import SpeechRequest, Voice
from render.sound.loudness import levelled
from render.sound.pcm import audible
from render.sound.riff import wav
from render.sound.tags import Tags
from render.speech.narrate import WORDS_PER_MINUTE
from render.speech.normalise import normalise


def sample(
    voice: Voice,
    voice_name: str | None,
    text: str,
    lang: str,
    words_per_minute: int = WORDS_PER_MINUTE,
) -> bytes:
    """The text said by a voice, levelled as a narration is.

    Raises as the voice does, and EngineError when nothing can be heard.
    """
    spoken = "".join(piece.spoken for piece in normalise(text, lang))
    request = SpeechRequest(spoken, lang)
    with voice.speaking([request], voice_name, words_per_minute) as utterances:
        utterance = next(utterances, None)
    if utterance is None or audible(utterance.pcm, utterance.sample_rate_hz) == (0, 0):
        raise EngineError(
            f"the voice '{voice.name}' said nothing for '{text[:40]}'",
            hint="check its language; `lisible voices` lists them",
        )
    pcm = levelled(utterance.pcm, utterance.sample_rate_hz)
    return wav(pcm, utterance.sample_rate_hz, Tags(title=text, artist=utterance.voice), ())
