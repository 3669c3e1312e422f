"""The title of a page's article: what the page says, checked against what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from render.dom import Element
from render.readers.html.chrome import chrome_rule
from render.readers.html.metadata import PageMetadata

# What stands between a title and the name of its site. Never a colon: titles have colons.
_SEPARATORS = re.compile(r"\s+[|·•–—»«/\\>-]\s+|\s*[|＿]\s*|\s+::\s+|\s+@\s+")
# Chinese pages part with underscores; believed only where a heading shows the part before.
_SHOWN_SEPARATORS = re.compile(rf"{_SEPARATORS.pattern}|\s*_\s*")
# The name of a site is short beside the title before it.
_SITE_WORDS = 3
_SITE_SHARE = 0.5
# So much of its words a heading shares with the title that it says.
_SAME_SHARE = 0.75
_SAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Title:
    """The chosen text, where it comes from, and the heading that shows it, if any does.

    `cut` is what the page declares behind or before the text: the name of its site.
    """

    text: str
    source: str
    heading: Element | None = None
    cut: str = ""


def choose_title(metadata: PageMetadata, headings: list[Element]) -> Title | None:
    """The best title; `headings` are those of the page, in order."""
    found = _shown(metadata, headings)
    if found is not None:
        return found
    tops = [heading for heading in headings if heading.tag == "h1" and heading.text()]
    if metadata.titles:
        source, declared = metadata.titles[0]
        title = _without_site(declared, metadata)
        if title == declared and source == "title":
            title = _without_tail(declared)
        return Title(title, source, cut=declared.replace(title, "", 1).strip())
    if len(tops) >= 1:
        return Title(tops[0].text(), "h1", tops[0])
    return None


def _shown(metadata: PageMetadata, headings: list[Element]) -> Title | None:
    """The heading that shows a declared title: word for word, else without the site's name."""
    site = _key(metadata.publisher)
    texts = [(heading, heading.text()) for heading in headings]
    texts = [(heading, text) for heading, text in texts if _key(text) not in {"", site}]
    for agree in (_equal, _is_first_part):
        for source, declared in metadata.titles:
            found = [(heading, text) for heading, text in texts if agree(declared, text)]
            if found:
                # A bar that stays on the screen may show it first; the article's own is meant.
                heading, text = next((one for one in found if not _in_chrome(one[0])), found[0])
                return Title(text, f"{source} and {heading.tag}", heading)
    return None


def says_title(heading: Element, title: str) -> bool:
    """Whether a heading is the title once more, word for word or nearly."""
    shown = heading.text()
    if _key(shown) == _key(title):
        return True
    one, other = _words(shown), _words(title)
    if min(len(one), len(other)) < _SAME_WORDS:
        return False
    return len(one & other) >= _SAME_SHARE * max(len(one), len(other))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _in_chrome(heading: Element) -> bool:
    return any(
        chrome_rule(above) is not None for above in heading.ancestors() if above.tag != "header"
    )


def _equal(declared: str, shown: str) -> bool:
    return _key(declared) == _key(shown)


def _is_first_part(declared: str, shown: str) -> bool:
    """Whether a heading is what a declared title begins with, or by far its longest part."""
    ends = [match.start() for match in _SHOWN_SEPARATORS.finditer(declared)]
    if any(_key(declared[:end]) == _key(shown) for end in ends):
        return True
    parts = sorted((_key(part) for part in _SHOWN_SEPARATORS.split(declared)), key=len)
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


def _without_tail(declared: str) -> str:
    """A `title` element ends by custom with the site's name: cut what can be no more than that."""
    pieces = list(_SEPARATORS.finditer(declared))
    if not pieces:
        return declared
    head, tail = declared[: pieces[-1].start()], declared[pieces[-1].end() :]
    if len(tail.split()) > _SITE_WORDS or len(tail) > _SITE_SHARE * len(head):
        return declared
    return head.strip()
