"""Speech: what to say of an article, and its saying by a voice."""

from render.speech.lexicon import read_lexicon
from render.speech.narrate import narrate
from render.speech.plan import SpeechOptions, plan
from render.speech.sample import sample
from render.speech.saying import Saying, sayings

__all__ = ["Saying", "SpeechOptions", "narrate", "plan", "read_lexicon", "sample", "sayings"]
