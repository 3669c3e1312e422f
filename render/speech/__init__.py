"""Speech: what to say of an article, and its saying by a voice."""

from render.speech.narrate import narrate
from render.speech.plan import SpeechOptions, plan

__all__ = ["SpeechOptions", "narrate", "plan"]
