"""The navigation control centre: the book's table of contents and its metadata."""

from __future__ import annotations

from xml.sax.saxutils import escape

from render.renderers.daisy.book import Book, SmilFile, clock
from render.renderers.daisy.smil import par_id
from render.renderers.daisy.xhtml import Metadata, page


def ncc(book: Book, *, file_count: int, byte_count: int) -> str:
    """The file `ncc.html` (DAISY 2.02, clause 2.1)."""
    body = "\n".join(_heading(part) for part in book.parts)
    return page(book.title, book.lang, _metadata(book, file_count, byte_count), body)


def _heading(part: SmilFile) -> str:
    level = min(part.section.level or 1, 6)
    class_ = "title" if part.number == 1 else "section"
    # A kicker may sound before the title; the heading leads to its own words.
    own = next((clip for clip in part.clips if clip.cue.level), part.clips[0])
    target = f"{part.smil_name}#{par_id(own)}"
    title = escape(part.section.title)
    named = f'class="{class_}" id="ncc{part.number:04}"'
    return f'<h{level} {named}><a href="{target}">{title}</a></h{level}>'


def _metadata(book: Book, file_count: int, byte_count: int) -> Metadata:
    return (
        ("dc:creator", book.creator),
        ("dc:date", book.date),
        ("dc:format", "Daisy 2.02"),
        ("dc:identifier", book.identifier),
        ("dc:language", book.lang),
        ("dc:publisher", book.publisher),
        ("dc:title", book.title),
        ("ncc:charset", "utf-8"),
        ("ncc:depth", str(book.depth)),
        ("ncc:files", str(file_count)),
        ("ncc:footnotes", str(book.note_count)),
        ("ncc:generator", "Lisible"),
        ("ncc:kByteSize", str(-(-byte_count // 1024))),
        ("ncc:maxPageNormal", "0"),
        ("ncc:multimediaType", "audioFullText"),
        ("ncc:narrator", book.narrator),
        ("ncc:pageFront", "0"),
        ("ncc:pageNormal", "0"),
        ("ncc:pageSpecial", "0"),
        ("ncc:prodNotes", "0"),
        ("ncc:setInfo", "1 of 1"),
        ("ncc:sidebars", "0"),
        ("ncc:tocItems", str(len(book.parts))),
        ("ncc:totalTime", clock(book.duration_ms)[:8]),
    )
