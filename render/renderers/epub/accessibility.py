"""The accessibility metadata, each value computed from what the finished documents hold.

Terms: EPUB Accessibility 1.1 and the schema.org accessibility vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from render.renderers.epub.entries import Entry
from render.renderers.epub.facts import Facts
from render.renderers.epub.summary import summary, summary_language

_NO_HAZARDS = ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard")
_HAZARDS = frozenset(
    {*_NO_HAZARDS, "flashing", "motionSimulation", "sound", "none", "unknown"}
    | {"unknownFlashingHazard", "unknownMotionSimulationHazard", "unknownSoundHazard"}
)


@dataclass(frozen=True, slots=True)
class Editorial:
    """What the documents cannot say themselves: declared hazards and the print source."""

    lang: str
    hazards: tuple[str, ...]
    page_source: str


@dataclass(frozen=True, slots=True)
class Extras:
    """What the package holds beside its documents.

    `whole_sound` says that every word and alternative sounds.
    """

    sound: bool = False
    whole_sound: bool = False
    lexicon: bool = False


def entries(facts: Facts, editorial: Editorial, extras: Extras) -> Iterator[Entry]:
    """All that is said about accessibility, but for a claim of conformance."""
    features = tuple(_features(facts, extras))
    for mode in _modes(facts, extras):
        yield Entry("schema:accessMode", mode)
    for sufficient in _sufficient(facts, extras):
        yield Entry("schema:accessModeSufficient", sufficient)
    for feature in features:
        yield Entry("schema:accessibilityFeature", feature)
    for hazard in _hazards(facts, editorial.hazards):
        yield Entry("schema:accessibilityHazard", hazard)
    yield _summary(editorial.lang, features, facts)
    if facts.pages:
        yield Entry("pageBreakSource", editorial.page_source)


def _modes(facts: Facts, extras: Extras) -> Iterator[str]:
    yield "textual"
    if facts.pictures or facts.films:
        yield "visual"
    if extras.sound or facts.sounds or facts.films:
        yield "auditory"


def _sufficient(facts: Facts, extras: Extras) -> Iterator[str]:
    # What the documents themselves speak to is always enough, all of it together.
    yield ",".join(_modes(facts, Extras()))
    has_media = bool(facts.sounds or facts.films)
    if facts.pictures and not facts.unexplained and not has_media:
        yield "textual"
    # Program text is not spoken unless asked for, so ears alone would miss it.
    is_heard = extras.whole_sound and not facts.programs
    if is_heard and not facts.unexplained and not has_media:
        yield "auditory"


def _features(facts: Facts, extras: Extras) -> Iterator[str]:
    held = {
        "tableOfContents": True,
        "readingOrder": True,
        "structuralNavigation": facts.headings > 0,
        "displayTransformability": True,
        "ARIA": facts.roles > 0,
        "alternativeText": facts.pictures + facts.decorations > 0 and not facts.unexplained,
        "longDescription": facts.descriptions > 0,
        "MathML": facts.formulas > 0,
        "rubyAnnotations": facts.rubies > 0,
        "pageNavigation": bool(facts.pages),
        "pageBreakMarkers": bool(facts.pages),
        "synchronizedAudioText": extras.sound,
        "ttsMarkup": extras.lexicon,
    }
    return (feature for feature, is_held in held.items() if is_held)


def _hazards(facts: Facts, declared: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(hazard for hazard in dict.fromkeys(declared) if hazard in _HAZARDS)
    if known:
        return known
    # Still pictures and text cannot flash, sway or startle; films and sounds of others may.
    return ("unknown",) if facts.sounds or facts.films else _NO_HAZARDS


def _summary(lang: str, features: tuple[str, ...], facts: Facts) -> Entry:
    written = summary_language(lang)
    foreign = "" if lang.partition("-")[0].lower() == written else written
    return Entry("schema:accessibilitySummary", summary(lang, features, facts), lang=foreign)
