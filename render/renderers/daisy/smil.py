"""SMIL 1.0 files: which words sound when."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from render.renderers.daisy.book import Book, Clip, SmilFile, clock
from render.renderers.daisy.xhtml import meta

_DOCTYPE = (
    '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">'
)
_GENERATOR = "Lisible"


def smil(book: Book, part: SmilFile) -> str:
    """The SMIL file of one part (DAISY 2.02, clause 2.2)."""
    metadata = (
        ("dc:format", "Daisy 2.02"),
        ("dc:identifier", book.identifier),
        ("dc:title", book.title),
        ("title", part.section.title),
        ("ncc:generator", _GENERATOR),
        ("ncc:totalElapsedTime", clock(part.elapsed_ms)),
        ("ncc:timeInThisSmil", clock(part.duration_ms)),
    )
    pars = "\n".join(_par(clip, part) for clip in part.clips)
    sequence = f'<seq dur="{_seconds(part.duration_ms)}s">\n{pars}\n</seq>'
    return _document(metadata, sequence)


def master(book: Book) -> str:
    """The master SMIL file: the parts in order (clause 2.3)."""
    metadata = (
        ("dc:format", "Daisy 2.02"),
        ("dc:identifier", book.identifier),
        ("dc:title", book.title),
        ("ncc:generator", _GENERATOR),
        ("ncc:timeInThisSmil", clock(book.duration_ms)),
    )
    references = "\n".join(
        f'<ref src="{part.smil_name}" title={quoteattr(part.section.title)} '
        f'id="ref{part.number:04}" />'
        for part in book.parts
    )
    return _document(metadata, references)


def par_id(clip: Clip) -> str:
    """The id of the element that holds a cue's text and sound together."""
    return f"par-{clip.cue.id}"


def _par(clip: Clip, part: SmilFile) -> str:
    id_ = clip.cue.id
    # Players can be told to leave notes out.
    skippable = ' system-required="footnote-on"' if clip.cue.role == "note" else ""
    begin, end = _seconds(clip.begin_ms), _seconds(clip.end_ms)
    return (
        f'<par endsync="last" id={quoteattr(par_id(clip))}{skippable}>\n'
        f"<text src={quoteattr(f'content.html#{id_}')} id={quoteattr(f'text-{id_}')} />\n"
        f'<seq>\n<audio src="{part.sound_name}" clip-begin="npt={begin}s" clip-end="npt={end}s" '
        f"id={quoteattr(f'audio-{id_}')} />\n</seq>\n</par>"
    )


def _document(metadata: tuple[tuple[str, str], ...], body: str) -> str:
    metas = "\n".join(meta(name, value) for name, value in metadata)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{_DOCTYPE}\n<smil>\n<head>\n{metas}\n'
        f'<layout>\n<region id="txtView" />\n</layout>\n</head>\n<body>\n{body}\n</body>\n</smil>\n'
    )


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds // 1000}.{milliseconds % 1000:03}"
