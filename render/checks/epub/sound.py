"""Media overlays: every word sounds, in order, at a time that exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.checks.epub.silence import unspoken
from render.epub_reading import Epub, Item, Par, clock_ms, duration_ms, pars, roles, types

_TOLERANCE_MS = 250  # coders pad a file; a reader that runs past its end stops
_SUM_TOLERANCE_MS = 1000  # EPUB 3.3, 9.3.5: the total agrees with the sum within a second
_OVERLAP_MS = 30
_TYPED = {"doc-pagebreak": "pagebreak", "doc-noteref": "noteref", "doc-footnote": "footnote"}


def sound(epub: Epub) -> Iterator[Fault]:
    """Faults of the overlays and their sound."""
    overlays = {item.id: (item, list(pars(root, item.path))) for item, root in epub.overlays()}
    if not overlays:
        return
    documents = {item.overlay: item for item in epub.package.items if item.overlay}
    lengths = _lengths(epub, [par for _, found in overlays.values() for par in found])
    for id_, (item, found) in overlays.items():
        yield from _targets(epub, item, found)
        yield from _clips(item, found, lengths)
        yield from _duration(epub, item, found, lengths)
        document = documents.get(id_)
        root = epub.tree(document)
        if document is not None and root is not None:
            yield from _document(item, document, root, found)
    yield from _total(epub)
    if not any(epub.package.values("media:narrator")):
        message = "nobody is named who reads aloud (media:narrator)"
        yield warning("EPUB-187", message, epub.package.path)


def _lengths(epub: Epub, found: list[Par]) -> dict[str, float]:
    lengths: dict[str, float] = {}
    for path in {par.audio for par in found if par.audio}:
        item, data = epub.package.at(path), epub.files.get(path)
        length = duration_ms(data, item.media_type) if item and data else None
        if length is not None:
            lengths[path] = length
    return lengths


def _targets(epub: Epub, item: Item, found: list[Par]) -> Iterator[Fault]:
    ids = {
        path: {element.get("id") for element in root.iter("*")} for path, root in epub.trees.items()
    }
    for par in found:
        path, _, fragment = par.target.partition("#")
        is_id = fragment and not any(sign in fragment for sign in "(=:")
        if path not in epub.files or (is_id and path in ids and fragment not in ids[path]):
            message = f"sound for '{par.target}', which is not there"
            yield error("EPUB-180", message, item.path, fragment)
        if par.audio and ":" not in par.audio and par.audio not in epub.files:
            message = f"the sound file '{par.audio}' is not in the container"
            yield error("EPUB-180", message, item.path, fragment)


def _clips(item: Item, found: list[Par], lengths: Mapping[str, float]) -> Iterator[Fault]:
    for par in found:
        length = lengths.get(par.audio)
        node = par.target.partition("#")[2]
        late = par.end_ms if par.end_ms is not None else par.begin_ms
        if length is not None and late > length + _TOLERANCE_MS:
            message = f"a clip ends at {late / 1000:.3f} s, the sound at {length / 1000:.3f} s"
            yield error("EPUB-181", message, item.path, node)
        if par.end_ms is not None and par.end_ms <= par.begin_ms:
            yield error("EPUB-181", "a clip ends before it begins", item.path, node)
    timed = sorted((p for p in found if p.audio and p.end_ms), key=lambda p: (p.audio, p.begin_ms))
    for before, after in pairwise(timed):
        end = before.end_ms or 0.0
        if before.audio == after.audio and end > after.begin_ms + _OVERLAP_MS:
            message = f"two clips share {end - after.begin_ms:.0f} ms of sound"
            yield warning("EPUB-182", message, item.path, after.target.partition("#")[2])


def _duration(
    epub: Epub, item: Item, found: list[Par], lengths: Mapping[str, float]
) -> Iterator[Fault]:
    said = [
        clock_ms(entry.value)
        for entry in epub.package.entries
        if entry.name == "media:duration" and entry.refines == item.id
    ]
    if not said or said[0] is None:
        yield error("EPUB-183", "the package does not say how long it sounds", item.path)
        return
    ends = [par.end_ms if par.end_ms is not None else lengths.get(par.audio) for par in found]
    spans = [end - par.begin_ms for par, end in zip(found, ends, strict=True) if end is not None]
    if len(spans) == len([par for par in found if par.audio]) and spans:
        real = sum(spans)
        if abs(real - said[0]) > _SUM_TOLERANCE_MS:
            message = (
                f"declared {said[0] / 1000:.1f} s of sound, and the clips have {real / 1000:.1f} s"
            )
            yield warning("EPUB-183", message, item.path)


def _total(epub: Epub) -> Iterator[Fault]:
    entries = [entry for entry in epub.package.entries if entry.name == "media:duration"]
    parts = [clock_ms(entry.value) or 0.0 for entry in entries if entry.refines]
    total = [clock_ms(entry.value) for entry in entries if not entry.refines]
    if not total or total[0] is None:
        yield error(
            "EPUB-183", "the package does not say how long all of it sounds", epub.package.path
        )
    elif abs(total[0] - sum(parts)) > _SUM_TOLERANCE_MS:
        message = (
            f"declared {total[0] / 1000:.1f} s in all, and {sum(parts) / 1000:.1f} s in its parts"
        )
        yield warning("EPUB-183", message, epub.package.path)


def _document(
    item: Item, document: Item, root: etree._Element, found: list[Par]
) -> Iterator[Fault]:
    order = {element.get("id"): place for place, element in enumerate(root.iter("*"))}
    fragments = [par.target.partition("#")[2] for par in found]
    places = [order[fragment] for fragment in fragments if fragment in order]
    for before, after in pairwise(places):
        if after < before:
            yield warning("EPUB-184", "the sound does not follow the order of the text", item.path)
            break
    for fragment, count in Counter(fragments).items():
        if count > 1 and fragment:
            yield warning("EPUB-184", f"'{fragment}' sounds {count} times", item.path, fragment)
    yield from _silent(document, root, frozenset(fragments))
    yield from _untyped(item, root, found)


def _silent(document: Item, root: etree._Element, spoken: frozenset[str]) -> Iterator[Fault]:
    words = unspoken(root, spoken) if "" not in spoken else ()
    # A voice has nothing to say where a sign stands alone, as a dot between two links.
    silent = [word for word in words if any(map(str.isalnum, word))]
    if silent:
        quoted = " ".join(silent[:8])
        message = f"{len(silent)} words have no sound, from '{quoted}'"
        yield warning("EPUB-185", message, document.path)


def _untyped(item: Item, root: etree._Element, found: list[Par]) -> Iterator[Fault]:
    by_id = {element.get("id"): element for element in root.iter("*") if element.get("id")}
    for par in found:
        element = by_id.get(par.target.partition("#")[2])
        if element is None:
            continue
        kinds = {_TYPED[role] for role in roles(element) if role in _TYPED}
        kinds |= {"pagebreak", "noteref", "footnote"} & types(element)
        if kinds - par.types:
            message = f"the sound of a {min(kinds)} is not typed, so nobody can skip it"
            yield warning("EPUB-186", message, item.path, element.get("id", ""))
