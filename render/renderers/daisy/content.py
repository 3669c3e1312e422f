"""The full text: XHTML 1.0, a paragraph for each of the article, a span for each sentence.

DAISY 2.02 is older than HTML 5, so the article's own markup cannot stand here.
"""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from render.narration import Cue
from render.renderers.daisy.book import Book
from render.renderers.daisy.xhtml import page


def content(book: Book) -> str:
    """The text of every cue, in order."""
    cues = (clip.cue for part in book.parts for clip in part.clips)
    body = "\n".join(_block(list(group)) for _, group in groupby(cues, key=_container))
    return page(book.title, book.lang, (), body)


def _container(cue: Cue) -> tuple[str, str]:
    return cue.id.rpartition("-s")[0] or cue.id, cue.role


def _block(cues: list[Cue]) -> str:
    spans = " ".join(_sentence(cue) for cue in cues)
    first = cues[0]
    if first.role in {"title", "heading"}:
        name = f"h{min(first.level or 1, 6)}"
        return f"<{name}>{spans}</{name}>"
    return f"<p class={quoteattr(first.role)}>{spans}</p>"


def _sentence(cue: Cue) -> str:
    text = escape(" ".join(cue.text.split()) or cue.spoken)
    lang = quoteattr(cue.lang)
    return f"<span id={quoteattr(cue.id)} lang={lang} xml:lang={lang}>{text}</span>"
