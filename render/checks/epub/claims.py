"""What the metadata claims against what the file holds, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import MATHML, XHTML, Epub, roles, types

_DESCRIPTIONS = ("aria-details", "aria-describedby", "longdesc")
_SSML = "{http://www.w3.org/2001/10/synthesis}"
_LEXICON_TYPE = "application/pls+xml"


@dataclass(frozen=True, slots=True)
class Held:
    """What a claim is held against: the EPUB, and every element of its reading order."""

    epub: Epub
    elements: tuple[etree._Element, ...]


Holds = Callable[[Held], bool]


def claims(epub: Epub) -> Iterator[Fault]:
    """Features that are not there, and what is there without being declared."""
    features = set(epub.package.values("schema:accessibilityFeature"))
    held = Held(epub, tuple(e for _, root in epub.texts() for e in root.iter("*")))
    for feature, holds in _HOLDS.items():
        if feature in features and not holds(held):
            message = f"the feature '{feature}' is declared and nothing in the file has it"
            yield error("EPUB-120", message, epub.package.path)
    if features:
        yield from _undeclared(held, features)
    if epub.package.values("schema:accessMode"):
        yield from _modes(held)


def _undeclared(held: Held, features: set[str]) -> Iterator[Fault]:
    wanted = {
        "synchronizedAudioText": _has_overlays(held),
        "MathML": _has_math(held),
        "pageNavigation": _has_page_list(held),
        "pageBreakMarkers": _has_page_markers(held),
        "tableOfContents": held.epub.package.navigation is not None,
    }
    # An older name of the same feature.
    known = features | ({"pageBreakMarkers"} if "printPageNumbers" in features else set())
    for feature, is_there in wanted.items():
        if is_there and feature not in known:
            message = f"the file has '{feature}' and the metadata does not say so"
            yield warning("EPUB-121", message, held.epub.package.path)


def _modes(held: Held) -> Iterator[Fault]:
    path = held.epub.package.path
    modes = set(held.epub.package.values("schema:accessMode"))
    is_visual = any(mode == "visual" or mode.endswith("OnVisual") for mode in modes)
    if _has_sound(held) and "auditory" not in modes:
        message = "the file has sound and no access mode says so"
        yield warning("EPUB-122", message, path)
    if _has_pictures(held) and not is_visual:
        message = "the file has pictures and no access mode says so"
        yield warning("EPUB-122", message, path)
    if "auditory" in modes and not _has_sound(held):
        message = "the access mode 'auditory' is declared and nothing sounds"
        yield error("EPUB-120", message, path)


def _has(*names: str) -> Holds:
    tags = {f"{XHTML}{name}" for name in names}
    return lambda held: any(element.tag in tags for element in held.elements)


def _has_track(*kinds: str) -> Holds:
    tag = f"{XHTML}track"
    return lambda held: any(e.tag == tag and e.get("kind") in kinds for e in held.elements)


def _has_alternatives(held: Held) -> bool:
    pictures = any("svg" in item.media_type for item in held.epub.package.items)
    return pictures or any(_is_alternative(element) for element in held.elements)


def _is_alternative(element: etree._Element) -> bool:
    if element.tag == f"{XHTML}img" and element.get("alt") is not None:
        return True
    is_picture = "img" in roles(element) or str(element.tag).endswith("}svg")
    return is_picture and bool(element.get("aria-label") or element.get("aria-labelledby"))


def _has_descriptions(held: Held) -> bool:
    tags = {f"{XHTML}details", f"{XHTML}figcaption"}
    return any(
        element.tag in tags or any(element.get(name) for name in _DESCRIPTIONS)
        for element in held.elements
    )


def _has_math(held: Held) -> bool:
    return any(element.tag == f"{MATHML}math" for element in held.elements)


def _has_page_list(held: Held) -> bool:
    root = held.epub.tree(held.epub.package.navigation)
    return root is not None and any("page-list" in types(nav) for nav in root.iter(f"{XHTML}nav"))


def _has_page_markers(held: Held) -> bool:
    return any("pagebreak" in types(e) or "doc-pagebreak" in roles(e) for e in held.elements)


def _has_overlays(held: Held) -> bool:
    return any(True for _ in held.epub.overlays())


def _has_sound(held: Held) -> bool:
    return _has_overlays(held) or _has("audio", "video")(held)


def _has_pictures(held: Held) -> bool:
    return any(_is_meaningful(element) and not _is_cover(element) for element in held.elements)


def _is_meaningful(element: etree._Element) -> bool:
    if element.tag in {f"{XHTML}video", "{http://www.w3.org/2000/svg}svg"}:
        return True
    is_image = element.tag == f"{XHTML}img"
    return is_image and not {"presentation", "none"} & roles(element) and element.get("alt") != ""


def _is_cover(element: etree._Element) -> bool:
    places = (element, *element.iterancestors())
    return any("cover" in types(place) or "doc-cover" in roles(place) for place in places)


def _has_speech_markup(held: Held) -> bool:
    if any(item.media_type == _LEXICON_TYPE for item in held.epub.package.items):
        return True
    return any(str(name).startswith(_SSML) for e in held.elements for name in e.attrib)


def _has_aria(held: Held) -> bool:
    return any(
        name == "role" or str(name).startswith("aria-")
        for element in held.elements
        for name in element.attrib
    )


def _has_braille(held: Held) -> bool:
    return any("brf" in i.media_type or "ebrl" in i.path for i in held.epub.package.items)


# Touch and signs have no markup of their own: only a film or a file could hold them.
_HOLDS: dict[str, Holds] = {
    "alternativeText": _has_alternatives,
    "longDescription": _has_descriptions,
    "MathML": _has_math,
    "pageNavigation": _has_page_list,
    "pageBreakMarkers": _has_page_markers,
    "printPageNumbers": _has_page_markers,
    "synchronizedAudioText": _has_overlays,
    "ttsMarkup": _has_speech_markup,
    "captions": _has_track("captions", "subtitles"),
    "closedCaptions": _has_track("captions", "subtitles"),
    "openCaptions": _has("video"),
    "audioDescription": _has_track("descriptions"),
    "signLanguage": _has("video", "object"),
    "braille": _has_braille,
    "tactileGraphic": _has("object"),
    "tactileObject": _has("object"),
    "rubyAnnotations": _has("ruby"),
    "fullRubyAnnotations": _has("ruby"),
    "ARIA": _has_aria,
    "structuralNavigation": _has("h1", "h2", "h3", "h4", "h5", "h6"),
    "describedMath": _has("img"),
}
