"""Each kind of finished file as one value: text, headings, languages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from render.inspection.opened import flavours, opened_epub, tag_tree
from render.plugins import CheckedFile

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from render.epub_reading import Epub
    from render.pdf_reading import TagTree


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the file has it; levels count from 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of the file gets: its text in order, its headings, its main language.

    `pages` are the printed pages it marks or has, by their labels; `title` is the one
    in its metadata.
    """

    text: str
    headings: tuple[Heading, ...]
    lang: str
    pages: tuple[str, ...] = ()
    title: str = ""


def read_back(file: CheckedFile) -> Reading | None:
    """The content of a finished HTML, EPUB, PDF, WebVTT or SubRip file.

    None for other kinds, and for a PDF that is for print only. Contents lists, scripts
    and styles are not content. Raises InputError or ValueError when the file is not
    what its type says.
    """
    return file.read_once(_read)


def _read(file: CheckedFile) -> Reading | None:
    match file.media_type:
        case "text/html":
            return _page(file.data.decode())
        case "application/epub+zip":
            return _book(opened_epub(file))
        case "application/pdf" if not flavours(file):
            return None
        case "application/pdf":
            return _pdf(tag_tree(file))
        case "text/vtt" | "application/x-subrip":
            return Reading(" ".join(_cue_lines(file.data.decode())), (), "")
        case _:
            return None


def by_article(files: Iterable[CheckedFile]) -> tuple[tuple[CheckedFile, ...], ...]:
    """The files in groups that have the same name but for the suffix: editions of one article."""
    groups: dict[PurePath, list[CheckedFile]] = {}
    for file in files:
        groups.setdefault(PurePath(file.name).with_suffix(""), []).append(file)
    return tuple(tuple(group) for group in groups.values())


def _page(markup: str) -> Reading:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(markup)
    root = page.root
    lang = (root.attributes.get("lang") or "") if root else ""
    marks = page.css("[role='doc-pagebreak']")
    pages = [mark.attributes.get("aria-label") or mark.attributes.get("title") for mark in marks]
    title = page.css_first("head > title")
    take_out_what_is_not_text(page)
    main = page.css_first("main") or page.body
    if main is None:
        raise ValueError("the page has no body")
    return Reading(
        text=_text(main),
        headings=tuple(_headings(main)),
        lang=lang,
        pages=tuple(filter(None, pages)),
        title=title.text() if title else "",
    )


def take_out_what_is_not_text(page: LexborHTMLParser) -> None:
    """Leave of a page the words that each edition of its article has."""
    # `furniture` is what markup and themes call the words of the interface. A reading above
    # a word stands between it and the rest of it.
    for node in page.css("script, style, template, nav, .furniture, rt, rp"):
        node.decompose()
    # A formula has words of its own in each format, and is no part of the word beside it.
    for node in page.css("math"):
        node.replace_with(" ")


def _headings(main: LexborNode) -> Iterator[Heading]:
    for node in main.css("h1, h2, h3, h4, h5, h6"):
        level = int(node.attributes.get("aria-level") or (node.tag or "h1")[1])
        yield Heading(level, " ".join(node.text().split()))


# Elements whose edges separate words.
_BLOCKS = (
    "address article aside blockquote body br caption dd details div dl dt figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr li main ol p pre"
    " section summary table tbody td tfoot th thead tr ul"
).split()


def _text(node: LexborNode) -> str:
    parts: list[str] = []
    for each in node.traverse(include_text=True):
        if each.tag == "-text":
            parts.append(each.text_content or "")
        elif each.tag in _BLOCKS:
            parts.append(" ")
    return "".join(parts)


def _book(book: Epub) -> Reading:
    pages = {item.path: _page(book.files[item.path].decode()) for item, _ in book.texts()}
    # What is read on demand only, such as a description, has headings of its own.
    linear = [pages[item.path] for item, _ in book.texts(linear_only=True)]
    languages = [entry.value for entry in book.package.entries if entry.name == "dc:language"]
    return Reading(
        " ".join(page.text for page in pages.values()),
        tuple(heading for page in linear for heading in page.headings),
        languages[0] if languages else "",
        tuple(label for page in pages.values() for label in page.pages),
        next(iter(book.package.values("dc:title")), ""),
    )


def _pdf(tree: TagTree) -> Reading:
    from render.pdf_reading import headings, written_text

    found = tuple(Heading(level, text) for level, text in headings(tree))
    return Reading(written_text(tree), found, tree.lang, tree.page_labels, tree.title)


def _cue_lines(text: str) -> Iterator[str]:
    """The payload of every cue, with its tags taken off and its escapes undone."""
    for block in re.split(r"\n{2,}", text.replace("\r\n", "\n")):
        lines = block.split("\n")
        timing = next((number for number, line in enumerate(lines) if "-->" in line), None)
        if timing is not None:
            for line in lines[timing + 1 :]:
                yield html.unescape(re.sub(r"<[^>]*>", "", line))
