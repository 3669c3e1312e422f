"""The accessibility metadata: is it there, and in the words of its vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import Epub
from render.inspection.placeholders import is_any_title

# schema.org accessibility vocabulary, as the community group keeps it.
MODES = frozenset(
    "auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual"
    " musicOnVisual tactile textOnVisual textual visual".split()
)
FEATURES = frozenset(
    "alternativeText annotations ARIA audioDescription bookmarks braille captions ChemML"
    " closedCaptions describedMath displayTransformability fullRubyAnnotations"
    " highContrastAudio highContrastDisplay horizontalWriting index largePrint latex"
    " latex-chemistry longDescription MathML MathML-chemistry none openCaptions"
    " pageBreakMarkers pageNavigation printPageNumbers readingOrder rubyAnnotations"
    " signLanguage sonification structuralNavigation structuredNavigation"
    " synchronizedAudioText tableOfContents tactileGraphic tactileObject taggedPDF"
    " timingControl transcript ttsMarkup unknown unlocked verticalWriting"
    " withAdditionalWordSegmentation withoutAdditionalWordSegmentation"
    # Deprecated, and in many files.
    " highContrastAudio/noBackground highContrastAudio/reducedBackground"
    " highContrastAudio/switchableBackground".split()
)
HAZARDS = frozenset(
    "flashing noFlashingHazard unknownFlashingHazard motionSimulation"
    " noMotionSimulationHazard unknownMotionSimulationHazard sound noSoundHazard"
    " unknownSoundHazard none unknown".split()
)
_CONFORMANCE = re.compile(
    r"EPUB Accessibility 1\.[12] - WCAG 2\.[0-2] Level A{1,3}"
    r"|http://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-(a|aa|aaa)"
)
_NEEDED = {
    "schema:accessMode": "which senses it speaks to",
    "schema:accessibilityFeature": "which features it has",
    "schema:accessibilityHazard": "which hazards it has",
    "schema:accessModeSufficient": "which senses are enough to read it",
    "schema:accessibilitySummary": "how accessible it is, in words",
}


def metadata(epub: Epub) -> Iterator[Fault]:
    """Faults of what the package says about itself."""
    yield from _missing(epub)
    yield from _unknown_values(epub)
    yield from _conformance(epub)
    yield from _hazards(epub)
    for title in epub.package.values("dc:title"):
        if is_any_title(title):
            yield warning("EPUB-115", f"the title is '{title}'", epub.package.path)


def _missing(epub: Epub) -> Iterator[Fault]:
    for name, what in _NEEDED.items():
        if not any(epub.package.values(name)):
            yield warning(
                "EPUB-110", f"the package does not say {what} ({name})", epub.package.path
            )


def _unknown_values(epub: Epub) -> Iterator[Fault]:
    vocabularies = {
        "schema:accessMode": MODES,
        "schema:accessibilityFeature": FEATURES,
        "schema:accessibilityHazard": HAZARDS,
    }
    for name, known in vocabularies.items():
        for value in epub.package.values(name):
            if value not in known:
                yield warning("EPUB-111", f"{name} has no value '{value}'", epub.package.path)
    for value in epub.package.values("schema:accessModeSufficient"):
        for mode in re.split(r"[,\s]+", value):
            if mode not in MODES:
                message = f"schema:accessModeSufficient has no value '{mode}'"
                yield warning("EPUB-111", message, epub.package.path)


def _hazards(epub: Epub) -> Iterator[Fault]:
    values = set(epub.package.values("schema:accessibilityHazard"))
    for hazard in ("flashing", "motionSimulation", "sound"):
        absent = f"no{hazard[0].upper()}{hazard[1:]}Hazard"
        if hazard in values and (absent in values or "none" in values):
            message = f"the hazard '{hazard}' is declared, and that there is none"
            yield error("EPUB-114", message, epub.package.path)
    if "none" in values and "unknown" in values:
        yield error("EPUB-114", "hazards are said to be none and unknown", epub.package.path)


def _conformance(epub: Epub) -> Iterator[Fault]:
    package = epub.package
    claims = [
        e for e in package.entries if e.name in {"dcterms:conformsTo", "link:dcterms:conformsTo"}
    ]
    for claim in claims:
        is_accessibility = "accessib" in claim.value.lower() or "wcag" in claim.value.lower()
        if is_accessibility and not _CONFORMANCE.fullmatch(claim.value):
            message = f"'{claim.value}' is no conformance claim that anyone knows"
            yield error("EPUB-112", message, package.path, claim.id)
        certifiers = [e for e in package.entries if e.name == "a11y:certifiedBy" and e.value]
        if is_accessibility and not certifiers:
            message = "conformance is claimed and nobody is named who certifies it"
            yield error("EPUB-113", message, package.path, claim.id)
