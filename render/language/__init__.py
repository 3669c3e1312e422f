"""Languages: canonical tags, direction, and a guess where nobody declared one."""

from render.language.kinship import are_kin, are_near
from render.language.recognition import Guess, guess, quick_guess
from render.language.scripts import count_scripts, dominant_script, script_of
from render.language.settling import UNDETERMINED, Settled, settle
from render.language.tags import canonical, direction, suggestion

__all__ = [
    "UNDETERMINED",
    "Guess",
    "Settled",
    "are_kin",
    "are_near",
    "canonical",
    "count_scripts",
    "direction",
    "dominant_script",
    "guess",
    "quick_guess",
    "script_of",
    "settle",
    "suggestion",
]
