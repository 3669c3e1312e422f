"""The pauses around each role, in seconds: what a listener hears as structure."""

from __future__ import annotations

# Before and after. Between two units the longer of the two facing pauses is kept.
# Readium's read-aloud requirements ask for 0.2 to 2 s between roles; we keep under 1 s.
PAUSES_S = {
    "title": (0.0, 0.8),
    "kicker": (0.0, 0.5),
    "byline": (0.5, 0.7),
    "deck": (0.6, 0.7),
    "heading": (0.9, 0.6),
    "sentence": (0.3, 0.3),
    "item": (0.35, 0.35),
    "term": (0.4, 0.25),
    "definition": (0.25, 0.4),
    "quote": (0.35, 0.35),
    "attribution": (0.35, 0.6),
    "verse": (0.25, 0.25),
    "alt": (0.6, 0.5),
    "description": (0.35, 0.35),
    "caption": (0.5, 0.5),
    "credit": (0.35, 0.5),
    "header-cell": (0.35, 0.3),
    "cell": (0.3, 0.3),
    "media": (0.6, 0.5),
    "math": (0.4, 0.4),
    "code": (0.6, 0.6),
    "note": (0.45, 0.45),
}
PARAGRAPH_S = 0.6
THEMATIC_BREAK_S = 1.0
# Between the parts of one unit: a change of voice, or a cut in a long sentence.
BETWEEN_PARTS_S = 0.12
