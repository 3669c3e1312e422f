"""Items 35 to 50: roles, style, sound in step, and what pictures, tables and notes need."""

from __future__ import annotations

import io
import re
from typing import Any

import av

from render.theme import contrast
from tests.renderers.epub.checklist import LANG, TYPE, Book, H, M, O, S, item, said

ROLES = {
    "toc": "doc-toc",
    "page-list": "doc-pagelist",
    "pagebreak": "doc-pagebreak",
    "noteref": "doc-noteref",
    "footnote": "doc-footnote",
    "endnotes": "doc-endnotes",
}
OWN_WORDS = ("furniture",)


def seconds(value: str) -> float:
    hours, minutes, rest = value.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def fragments(overlay: Any) -> list[str]:
    return [text.get("src").partition("#")[2] for text in overlay.iter(f"{S}text")]


@item(35, "a role beside each type")
def roles(book: Book) -> bool:
    elements = [e for page in (*book.pages.values(), book.nav) for e in page.iter() if e.get(TYPE)]
    # The links of the landmarks are typed by where they lead.
    typed = [e for e in elements if e.tag != f"{H}a" or e.get(TYPE) == "noteref"]
    return all(ROLES.get(e.get(TYPE), e.get("role")) == e.get("role") for e in typed)


@item(36, "the reader's own style wins")
def user_style(book: Book) -> bool:
    fixed = (
        r"font-size:\s*[\d.]+(px|pt)|text-align:\s*justify|(^|\})\s*(body|html)[^{]*\{[^}]*color"
    )
    return not re.search(fixed, book.css)


@item(37, "an overlay on every text that is read through")
def overlays(book: Book) -> bool:
    paths = {book.path(key): i.get("media-overlay") for key, i in book.items.items()}
    return all(paths[name] in book.overlays for name, is_linear in book.spine if is_linear)


@item(38, "declared length is that of the sound")
def length(book: Book) -> bool:
    metas = [m for m in book.opf.iter(f"{O}meta") if m.get("property") == "media:duration"]
    [total] = [seconds(m.text) for m in metas if not m.get("refines")]
    parts = sum(seconds(m.text) for m in metas if m.get("refines"))
    with av.open(io.BytesIO(book.files["EPUB/audio/narration.mp3"]), "r") as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
        heard = samples / container.streams.audio[0].rate
    return abs(total - heard) < 1 and abs(total - parts) < 1


@item(39, "every word and alternative sounds, in the order of the document")
def whole(book: Book) -> bool:
    for key, overlay in book.overlays.items():
        [name] = [book.path(k) for k, i in book.items.items() if i.get("media-overlay") == key]
        order = [e.get("id") for e in book.pages[name].iter()]
        places = [order.index(fragment) for fragment in fragments(overlay)]
        if places != sorted(places) or silent(book.pages[name], set(fragments(overlay))):
            return False
    return True


def silent(element: Any, spoken: set[str]) -> list[str]:
    classes = element.get("class", "").split()
    if element.get("id") in spoken or set(classes) & set(OWN_WORDS):
        return []
    if element.tag in {f"{H}head", f"{H}pre", f"{H}rt"}:
        return []
    own = f"{element.get('alt') or ''} {element.get('alttext') or ''} {element.text or ''}".split()
    below = [
        word for child in element for word in [*silent(child, spoken), *(child.tail or "").split()]
    ]
    return own + below


@item(40, "highlight declared and styled, in the dark too; a narrator")
def highlight(book: Book) -> bool:
    [name] = book.meta("media:active-class")
    light, _, dark = book.css.partition("prefers-color-scheme: dark")
    return f".{name}" in light and f".{name}" in dark and bool(book.meta("media:narrator"))


@item(41, "pages and notes typed for skipping")
def skippable(book: Book) -> bool:
    kinds = {"doc-pagebreak": "pagebreak", "doc-footnote": "footnote"}
    by_id = {e.get("id"): e for page in book.pages.values() for e in page.iter()}
    for overlay in book.overlays.values():
        for par in overlay.iter(f"{S}par"):
            element = by_id[par.find(f"{S}text").get("src").partition("#")[2]]
            around = (element, *element.iterancestors())
            wanted = {kinds[e.get("role")] for e in around if e.get("role") in kinds}
            if wanted and par.get(TYPE) not in wanted:
                return False
    return True


@item(42, "alternatives of pictures")
def alternatives(book: Book) -> bool:
    for image in book.elements("img"):
        words = image.get("alt")
        if words is None or re.fullmatch(r"\S+\.\w{3,4}", words):
            return False
        if words == "" and image.get("role") != "presentation":
            return False
    return True


@item(43, "long descriptions can be reached, and left again")
def descriptions(book: Book) -> bool:
    for page in book.pages.values():
        ids = {e.get("id"): e for e in page.iter()}
        for image in page.iter(f"{H}img"):
            details = image.get("aria-details")
            if details is None:
                continue
            link = ids.get(details)
            name, _, there = link.get("href").partition("#") if link is not None else ("", "", "")
            target = book.pages.get(book.resolve(name))
            if target is None or not any(e.get("id") == there for e in target.iter()):
                return False
            backs = [a for a in target.iter(f"{H}a") if a.get("role") == "doc-backlink"]
            if not any(a.get("href").endswith(f"#{details}") for a in backs):
                return False
    return True


@item(44, "tables have a caption and headers with a scope")
def tables(book: Book) -> bool:
    for table in book.elements("table"):
        heads = list(table.iter(f"{H}th"))
        if table.find(f"{H}caption") is None or not heads:
            return False
        if not all(head.get("scope") for head in heads):
            return False
    return True


@item(45, "formulas have words, and the manifest knows")
def formulas(book: Book) -> bool:
    for key, i in book.items.items():
        page = book.pages.get(book.path(key))
        found = list(page.iter(f"{M}math")) if page is not None else []
        if bool(found) != ("mathml" in i.get("properties", "").split()):
            return False
        if not all(math.get("alttext") for math in found):
            return False
    return True


@item(46, "notes pop up, and work as links")
def notes(book: Book) -> bool:
    ids = {e.get("id"): e for e in book.text.iter() if e.get("id")}
    for call in (a for a in book.text.iter(f"{H}a") if a.get(TYPE) == "noteref"):
        note = ids.get(call.get("href").removeprefix("#"))
        if note is None or note.tag != f"{H}aside" or note.get(TYPE) != "footnote":
            return False
        backs = [a.get("href") for a in note.iter(f"{H}a") if a.get("role") == "doc-backlink"]
        if f"#{call.get('id')}" not in backs or not 9 < len(said(note)) < 5000:
            return False
    return True


@item(47, "foreign words carry their language in both attributes")
def foreign(book: Book) -> bool:
    tagged = [e for page in book.pages.values() for e in page.iter(f"{H}*") if e.get("lang")]
    return all(e.get("lang") == e.get(LANG) for e in tagged)


@item(48, "lists are lists, quotations are quotations")
def lists(book: Book) -> bool:
    bullets = [p for p in book.elements("p") if re.match(r"[•▪◦–-]\s", said(p))]
    return not bullets


@item(49, "pronunciations are linked when they are there")
def lexicon(book: Book) -> bool:
    links = [a.get("href") for a in book.text.iter(f"{H}link") if a.get("rel") == "pronunciation"]
    files = [name for name in book.files if name.endswith(".pls")]
    return sorted(book.resolve(href) for href in links) == sorted(files)


@item(50, "colours have contrast in the light and in the dark")
def colours(book: Book) -> bool:
    rules = re.findall(r"\{([^{}]*)\}", book.css)
    for rule in rules:
        pair = dict(re.findall(r"(?<![\w-])(color|background-color):\s*(#[0-9a-f]{6})", rule))
        if len(pair) == 1 or (pair and contrast(pair["color"], pair["background-color"]) < 4.5):
            return False
    return True
