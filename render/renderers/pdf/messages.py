"""What the engine logs, as findings; nothing of it is lost."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from render.findings import Finding, Place, Severity
from render.renderers.pdf.dom import Dom
from render.renderers.pdf.layout import Leaf

_LOGGERS = ("weasyprint", "fontTools")
_MISSING_GLYPH = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)")
_STYLE = re.compile(r"Ignored `(?P<what>.*)` at (?P<line>\d+):\d+, (?P<why>.*?)\.?$", re.DOTALL)
_ANCHOR = re.compile(r"No anchor #(?P<id>.*) for internal URI reference")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def heard(findings: list[Finding]) -> Iterator[None]:
    """Add to `findings` what the engines log at WARNING and above inside the block."""
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.handlers, logger.propagate = [listener], False
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        findings.extend(_findings(listener.messages))


def _findings(messages: list[str]) -> Iterator[Finding]:
    missing = [found[1] for text in messages if (found := _MISSING_GLYPH.search(text))]
    if missing:
        yield no_glyph(sorted({int(code, 16) for code in missing}))
    for text in dict.fromkeys(messages):
        if not _MISSING_GLYPH.search(text):
            yield _finding(" ".join(text.split()))


def no_glyph(codes: list[int]) -> Finding:
    """The error for characters that no font here can draw."""
    named = ", ".join(f"{chr(code)} (U+{code:04X})" for code in codes[:20])
    more = f" and {len(codes) - 20} more" if len(codes) > 20 else ""
    return Finding(
        "PDF-001",
        Severity.ERROR,
        f"no font has the characters {named}{more}",
        hint="install a font that has them, as one of Noto, or add one to the theme",
    )


def misfit(problem: str) -> Finding:
    """The error for a WeasyPrint that our tagger was not made for."""
    return Finding(
        "PDF-006",
        Severity.ERROR,
        f"the tagger does not fit this WeasyPrint, whose own tags mislead readers: {problem}",
        hint="pip install 'weasyprint>=70,<71'",
        tool="weasyprint",
    )


def borrowed(characters: dict[str, str]) -> Iterator[Finding]:
    """A note for each font of the system that drew characters the theme's fonts lack."""
    for family, drawn in characters.items():
        yield Finding(
            "PDF-002",
            Severity.NOTE,
            f"the theme's fonts lack {' '.join(drawn[:40])}; drawn with '{family}' of this system",
            hint="add a font with these characters to the theme for the same page everywhere",
        )


def formulas_in_words(formulas: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    """A warning for each formula that could not be laid out, with its words and the reason."""
    for words, reason in formulas:
        yield Finding(
            "PDF-008",
            Severity.WARNING,
            f"the formula '{words[:80]}' is printed in words: {reason}",
            hint="correct its MathML, or name a simpler form of it",
            tool="ziamath",
        )


def off_paper(leaves: Iterable[Leaf], dom: Dom) -> Iterator[Finding]:
    """A warning for each page with something painted over its edge, naming the first of it."""
    pages: set[int] = set()
    for leaf in leaves:
        if leaf.page in pages:
            continue
        pages.add(leaf.page)
        words = leaf.text.strip() or leaf.element.get("alt") or f"<{leaf.element.tag}>"
        ids = (each.get("id") for each in dom.ancestry(leaf.element))
        yield Finding(
            "PDF-009",
            Severity.WARNING,
            f"'{words[:80]}' runs off the paper",
            hint="make it narrower, or choose a larger page or smaller text",
            where=Place(node=next(filter(None, ids), ""), detail=f"page {leaf.page + 1}"),
        )


def _finding(text: str) -> Finding:
    if style := _STYLE.match(text):
        return Finding(
            "PDF-003",
            Severity.WARNING,
            f"the engine ignored '{style['what'][:80]}' in the print style: {style['why']}",
            where=Place(file="print.css", line=int(style["line"])),
            tool="weasyprint",
        )
    if anchor := _ANCHOR.match(text):
        return Finding(
            "PDF-004",
            Severity.WARNING,
            f"a link goes to '#{anchor['id'][:80]}', which is nowhere in the article",
            tool="weasyprint",
        )
    return Finding("PDF-005", Severity.WARNING, text[:300], tool="weasyprint")
