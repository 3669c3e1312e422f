"""Front matter and options to the metadata of an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, cast

from render.dates import iso_date
from render.findings import Finding, Place, Severity
from render.language import canonical
from render.model import Author, Direction, Inline, Meta, Pronunciation, Text
from render.readers.markdown.front_matter import texts
from render.reading import ReadOptions

_PLAIN = (
    "short_title", "kicker", "publisher", "section", "place", "canonical_url", "source",
    "rights", "licence", "identifier", "issue", "page",
)  # fmt: skip
Inlines = tuple[Inline, ...]


def make_meta(
    values: Mapping[str, object],
    title: Inlines,
    lang: str,
    options: ReadOptions,
    inline: Callable[[str], Inlines],
) -> Meta:
    """The metadata; `inline` reads a value that may hold Markdown."""
    deck: Inlines = ()
    if options.deck is not None:
        deck = (Text(value=options.deck),) if options.deck else ()
    elif _text(values.get("deck")):
        deck = inline(_text(values.get("deck")) or "")
    direction = str(values.get("dir", "")).lower()
    return Meta(
        title=title,
        lang=lang,
        dir=cast("Direction", direction) if direction in {"ltr", "rtl", "auto"} else None,
        deck=deck,
        authors=_authors(values.get("authors"), options),
        published=iso_date(_text(values.get("published")) or ""),
        modified=iso_date(_text(values.get("modified")) or ""),
        keywords=texts(values.get("keywords")),
        hazards=texts(values.get("hazards")),
        **cast("Any", {name: _text(values.get(name)) for name in _PLAIN}),
    )


def check_values(values: Mapping[str, object], file: str) -> tuple[Finding, ...]:
    """What in the front matter cannot be used: dates that do not exist, unknown languages."""
    found: list[Finding] = []
    for key in ("published", "modified"):
        written = _text(values.get(key))
        if written and iso_date(written) is None:
            found.append(
                _warning("MD-003", f"date '{written[:40]}' is left out", file, "write 2026-03-31")
            )
    return tuple(found)


def cover(values: Mapping[str, object]) -> tuple[str, str]:
    """Address and alternative text of the cover; both may be empty."""
    value = values.get("cover")
    if isinstance(value, dict):
        return _text(value.get("src") or value.get("image")) or "", _text(value.get("alt")) or ""
    return _text(value) or "", _text(values.get("cover_alt")) or ""


def lexicon(values: Mapping[str, object], lang: str) -> tuple[Pronunciation, ...]:
    """How written forms are said: `{UNESCO: "u-nes-co"}`, or a mapping with `ipa`."""
    value = values.get("lexicon")
    if not isinstance(value, dict):
        return ()
    out: list[Pronunciation] = []
    for grapheme, said in value.items():
        if isinstance(said, str) and said:
            out.append(Pronunciation(grapheme=grapheme, lang=lang, alias=said))
        elif isinstance(said, dict):
            tag = canonical(_text(said.get("lang")) or "") or lang
            alias, ipa = _text(said.get("alias")), _text(said.get("ipa"))
            out.append(Pronunciation(grapheme=grapheme, lang=tag, alias=alias, ipa=ipa))
    return tuple(out)


def _authors(value: object, options: ReadOptions) -> tuple[Author, ...]:
    if options.byline is not None:
        return (Author(name=options.byline),) if options.byline else ()
    if isinstance(value, str):
        return (Author(name=value.strip()),) if value.strip() else ()
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ()
    made = (_author(item) for item in value)
    return tuple(author for author in made if author is not None)


def _author(item: object) -> Author | None:
    if isinstance(item, str):
        return Author(name=item.strip()) if item.strip() else None
    if not isinstance(item, dict):
        return None
    name = _text(item.get("name"))
    if not name:
        return None
    organisation = _text(item.get("kind")) in {"organisation", "organization"}
    kind: Literal["person", "organisation"] = "organisation" if organisation else "person"
    return Author(
        name=name,
        kind=kind,
        role=_text(item.get("role")),
        url=_text(item.get("url")),
        sort_name=_text(item.get("sort_name")),
    )


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _warning(code: str, message: str, file: str, hint: str) -> Finding:
    return Finding(code, Severity.WARNING, message, hint, Place(file=file, line=1))
