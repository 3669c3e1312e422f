"""What tagging costs: processor seconds of one long and one usual article, tagged and untagged.

Untagged as WeasyPrint paints and writes, and as Lisible does: what tagging costs is the last
ratio, what one waits for a tagged file the one before. Ratios within one run; the best of
several rounds, as the machine may be busy.
Run from the checkout: `python bench/pdf.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from render import theme
from render.renderers.pdf import engine, folios, fonts, frame
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.request import Metadata, Request
from render.renderers.pdf.serialising import serialise
from render.renderers.pdf.tagging.lines import LinePainter
from render.renderers.pdf.tagging.tagger import painted_into

SENTENCE = (
    "The river turned twice a day, and the people of the port had <em>learned</em> to read it "
    "as others read a clock, without hurry and without doubt. "
)
ROUNDS = 9


def main() -> None:
    """Print the table."""
    long_one, usual_one = _request(paragraphs=170), _request(paragraphs=11)
    fonts.confine(long_one.font_files, long_one.font_families)
    engine.write(usual_one)
    for name, request in (("86-page article", long_one), ("900-word article", usual_one)):
        pages, words = len(engine.lay_out(request).document.pages), len(request.html.split())
        untagged, stock, quick, ours = _best(
            partial(_stock, request, tags=False),
            partial(_stock, request, tags=True),
            partial(_quick, request),
            partial(engine.write, request),
        )
        print(f"{name}: {pages} pages, {words} words")
        print(f"  untagged          {untagged:.3f} s")
        print(f"  WeasyPrint's tags {stock:.3f} s  x{stock / untagged:.3f}")
        print(f"  untagged, quick   {quick:.3f} s  x{quick / untagged:.3f}")
        print(f"  Lisible's tags    {ours:.3f} s  x{ours / untagged:.3f}, x{ours / quick:.3f}")


def _request(paragraphs: int) -> Request:
    options = PdfOptions(page_size="a5")
    default = theme.load("default")
    body = "".join(
        f"<h2>Part {number}</h2><p>{SENTENCE * 4}</p>"
        if number % 8 == 0
        else f"<p>{SENTENCE * 4}</p>"
        for number in range(paragraphs)
    )
    return Request(
        html=f'<html lang="en"><head><title>Cost</title></head><body><header class="article-head"'
        f' data-running-head="Cost"><h1>Cost</h1></header>{body}</body></html>',
        css=default.css("print.css"),
        rules=frame.rules(options),
        metadata=Metadata(title="Cost", lang="en", created="2026-01-01", modified="2026-01-01"),
        edition="accessible",
        font_files=tuple(str(face.path) for face in default.fonts),
        font_families=tuple(dict.fromkeys(face.family for face in default.fonts)),
    )


def _stock(request: Request, *, tags: bool) -> None:
    laid_out = engine.lay_out(request)
    # The EPUB's list of pages wants it, with or without tags.
    folios.pagination(laid_out)
    laid_out.document.write_pdf(pdf_variant="pdf/ua-1" if tags else None, pdf_identifier=True)


class _Plain:
    """Takes lines from our painter, and no tags."""

    stream: list[bytes]

    def show_glyphs(self, _font: object, operand: str, _reading: str) -> None:
        self.stream.append(b"[" + operand.encode() + b"] TJ")


def _quick(request: Request) -> None:
    """Untagged, with Lisible's painter of lines and its writer."""
    laid_out = engine.lay_out(request)
    folios.pagination(laid_out)
    with painted_into(lambda theirs: type("Quick", (_Plain, theirs), {}), LinePainter()):
        laid_out.document.write_pdf(
            finisher=lambda _document, pdf: serialise(pdf), pdf_identifier=True
        )


def _best(*works: Callable[[], object]) -> list[float]:
    """The least time of each, taken in turns, so that a busy moment falls on all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begin = time.process_time()
            with engine.collecting_once():
                work()
            taken.append(time.process_time() - begin)
    return [min(taken) for taken in times]


if __name__ == "__main__":
    main()
