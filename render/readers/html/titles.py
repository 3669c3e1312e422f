"""The title of a page's article: what the page says, checked against what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.dom import Element
from render.readers.html.metadata import PageMetadata

# What stands between a title and the name of its site. Never a colon: titles have colons.
_SEPARATORS = re.compile(r"\s+[|·•–—»«/\\>-]\s+|\s*[|＿]\s*|\s+::\s+|\s+@\s+")
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Title:
    """The chosen text, where it comes from, and the heading that shows it, if any does."""

    text: str
    source: str
    heading: Element | None = None


def choose_title(metadata: PageMetadata, headings: list[Element]) -> Title | None:
    """The best title; `headings` are those of the page, in order."""
    found = _shown(metadata, headings)
    if found is not None:
        return found
    tops = [heading for heading in headings if heading.tag == "h1" and heading.text()]
    if metadata.titles:
        source, declared = metadata.titles[0]
        return Title(_without_site(declared, metadata), source)
    if len(tops) >= 1:
        return Title(tops[0].text(), "h1", tops[0])
    return None


def _shown(metadata: PageMetadata, headings: list[Element]) -> Title | None:
    """The heading that shows a declared title: word for word, else without the site's name."""
    site = _key(metadata.publisher)
    for agree in (_equal, _is_first_part):
        for source, declared in metadata.titles:
            for heading in headings:
                shown = heading.text()
                if _key(shown) not in {"", site} and agree(declared, shown):
                    return Title(shown, f"{source} and {heading.tag}", heading)
    return None


def _equal(declared: str, shown: str) -> bool:
    return _key(declared) == _key(shown)


def _is_first_part(declared: str, shown: str) -> bool:
    """Whether a heading is what a declared title begins with, or by far its longest part."""
    ends = [match.start() for match in _SEPARATORS.finditer(declared)]
    if any(_key(declared[:end]) == _key(shown) for end in ends):
        return True
    parts = sorted((_key(part) for part in _SEPARATORS.split(declared)), key=len)
    return bool(ends) and parts[-1] == _key(shown) and len(parts[-1]) > 1.5 * len(parts[-2])


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_site(declared: str, metadata: PageMetadata) -> str:
    """Cut the site's name off an end where the page names it, or its host, elsewhere."""
    site = _key(metadata.publisher)
    host = re.sub(r"^https?://(?:www\.)?|[./].*$", "", metadata.canonical_url)
    names = {name for name in (site, _key(host)) if name}
    pieces = list(_SEPARATORS.finditer(declared))
    if not pieces or not names:
        return declared
    last, first = pieces[-1], pieces[0]
    if _key(declared[last.end() :]) in names and len(declared[: last.start()].split()) >= 1:
        return declared[: last.start()].strip()
    if _key(declared[: first.start()]) in names:
        return declared[first.end() :].strip()
    return declared
