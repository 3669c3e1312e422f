"""Which words of a document have no sound."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.epub_reading import MATHML, XHTML, has_class, roles

_MUTE_TAGS = frozenset(f"{XHTML}{name}" for name in ("head", "script", "style", "rt", "rp", "pre"))
_MUTE_ROLES = frozenset({"doc-backlink", "doc-noteref", "doc-pagebreak"})


def unspoken(root: etree._Element, spoken: frozenset[str]) -> Iterator[str]:
    """The words outside every element whose id is in `spoken`, alternatives among them.

    Not asked for: program text, readings of ruby, calls of notes and ways back, what is
    hidden, and words of an interface (class `furniture`).
    """
    muted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.get("id") in spoken or _is_mute(element):
            muted += 1 if event == "start" else -1
        if event == "start" and not muted:
            yield from (element.get("alt") or "").split()
            if element.tag == f"{MATHML}math":
                yield from (element.get("alttext") or "").split()
            elif MATHML not in str(element.tag):
                yield from (element.text or "").split()
        if event == "end" and not muted and element is not root and MATHML not in str(element.tag):
            yield from (element.tail or "").split()


def _is_mute(element: etree._Element) -> bool:
    if element.tag in _MUTE_TAGS or has_class(element, "furniture") or _MUTE_ROLES & roles(element):
        return True
    return element.get("aria-hidden") == "true" or element.get("hidden") is not None
