"""One-edit defects to plant in one of several editions that lie in one folder."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf

Edit = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Mutant:
    """A defect: `edit` changes the bytes of the file with this suffix; `code` names it."""

    name: str
    code: str
    suffix: str
    edit: Edit


def in_text(pattern: str, by: str) -> Edit:
    def edit(data: bytes) -> bytes:
        edited, count = re.subn(pattern, by, data.decode(), count=1)
        assert count, f"nothing to spoil: {pattern}"
        return edited.encode()

    return edit


def in_book(pattern: str, by: str) -> Edit:
    """An edit of the first document of the book that holds the pattern."""

    def edit(data: bytes) -> bytes:
        out, count = io.BytesIO(), 0
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
            for item in source.infolist():
                content = source.read(item)
                if item.filename.endswith((".xhtml", ".opf")) and not count:
                    text, count = re.subn(pattern, by, content.decode(), count=1)
                    content = text.encode()
                target.writestr(item, content)
        assert count, f"nothing to spoil: {pattern}"
        return out.getvalue()

    return edit


def in_pdf(change: Callable[[pikepdf.Pdf], None]) -> Edit:
    def edit(data: bytes) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf)
            pdf.save(out)
        return out.getvalue()

    return edit


def in_bytes(old: bytes, new: bytes) -> Edit:
    def edit(data: bytes) -> bytes:
        assert old in data, f"nothing to spoil: {old!r}"
        assert len(old) == len(new)
        return data.replace(old, new)

    return edit


def in_utf16(old: str, new: str) -> Edit:
    return in_bytes(old.encode("utf-16-le"), new.encode("utf-16-le"))


def _language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("de")


def _heading(pdf: pikepdf.Pdf) -> None:
    element = next(
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/H2"
    )
    element.S = pikepdf.Name.H3


def _last_page_lost(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def _chapters_swapped(data: bytes) -> bytes:
    """The second and the third chapter begin at each other's times."""
    frames = [match.start() for match in re.finditer(b"CHAP", data)]
    begins = [frame + 10 + 4 for frame in frames]  # after the header and the name, as in "ch1\0"
    second, third = (data[at : at + 4] for at in begins[1:3])
    edited = bytearray(data)
    edited[begins[1] : begins[1] + 4], edited[begins[2] : begins[2] + 4] = third, second
    return bytes(edited)


MUTANTS = (
    Mutant("sentence lost in the book", "WORDS-001", "epub", in_book(r"The baker lifts[^<]*", "")),
    Mutant("sentence lost in the captions", "WORDS-001", "vtt", in_text(r"The boats are.*", "")),
    Mutant("sentence lost in the subtitles", "WORDS-001", "srt", in_text(r"The boats are.*", "")),
    Mutant(
        "sentence lost in the page",
        "WORDS-005",
        "html",
        in_text(r"(?s)<section id=\"sec-2\".*?</section>", ""),
    ),
    Mutant(
        "paragraphs in another order",
        "WORDS-002",
        "epub",
        in_book(
            r'(?s)(<p id="p-2".*?</p>)(.*?)(<p id="p-\d+"[^>]*>[^p]*Measured|<p id="p-5".*?</p>)',
            r"\3\2\1",
        ),
    ),
    Mutant(
        "heading in other words",
        "HEADINGS-003",
        "epub",
        in_book(r"(<h2[^>]*>(?:<span[^>]*>)?What the wall keeps) out", r"\1 away"),
    ),
    Mutant("heading a level down", "HEADINGS-003", "pdf", in_pdf(_heading)),
    Mutant("PDF in another language", "LANG-010", "pdf", in_pdf(_language)),
    Mutant(
        "book in another language",
        "LANG-010",
        "epub",
        in_book("<dc:language>en", "<dc:language>es"),
    ),
    Mutant(
        "page marker lost", "PAGES-001", "epub", in_book(r'role="doc-pagebreak"', 'role="none"')
    ),
    Mutant("one page more in print", "PAGES-001", "pdf", in_pdf(_last_page_lost)),
    Mutant(
        "page marked twice",
        "PAGES-002",
        "html",
        in_text(r'(<span[^>]*role="doc-pagebreak"[^>]*></span>)', r"\1\1"),
    ),
    Mutant(
        "title of the book another",
        "HEADINGS-005",
        "epub",
        in_book("<dc:title[^<]*", "<dc:title>Some book"),
    ),
    Mutant("chapter in other words", "HEADINGS-004", "mp3", in_utf16("keeps out", "keeps off")),
    Mutant(
        "chapter in other words in M4B", "HEADINGS-004", "m4b", in_bytes(b"keeps out", b"keeps off")
    ),
    Mutant("chapters swapped", "AUDIO-003", "mp3", _chapters_swapped),
    Mutant("no chapters", "HEADINGS-004", "mp3", in_bytes(b"CHAP", b"XHAP")),
    Mutant("sound in another language", "LANG-010", "mp3", in_utf16("eng", "deu")),
    Mutant("sound without language", "LANG-011", "mp3", in_bytes(b"TLAN", b"XLAN")),
    Mutant("sound without title", "HEADINGS-005", "mp3", in_bytes(b"TIT2", b"XIT2")),
    Mutant("sound cut off", "AUDIO-001", "mp3", _cut),
    Mutant("sound damaged", "AUDIO-001", "m4b", _cut),
    Mutant("captions overlap", "AUDIO-006", "vtt", in_text(r"(--> )00:00:0\d", r"\g<1>00:00:19")),
    Mutant("captions after the end", "AUDIO-006", "vtt", in_text(r"(?s)(.*)--> 00:", r"\1--> 09:")),
    Mutant("captions not WebVTT", "AUDIO-008", "vtt", in_text("WEBVTT", "WEB VTT")),
    Mutant("captions with a wrong time", "AUDIO-008", "vtt", in_text(r"--> 00:00:", "--> 0:0:")),
)
