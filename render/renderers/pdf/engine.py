"""The inside of the cage: HTML and style to PDF bytes.

The only module that drives WeasyPrint; imports of it wait until fonts are confined.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import msgspec

from render.errors import BudgetError, EngineError, ThemeError
from render.findings import Finding
from render.renderers.pdf import (
    editions,
    folios,
    fonts,
    libraries,
    line_breaks,
    line_layouts,
    messages,
    release,
    resources,
    shortcuts,
)
from render.renderers.pdf.dom import bound_spans, move_spaces_out, wrap_drop_cap
from render.renderers.pdf.footnotes import Footnotes
from render.renderers.pdf.formulas import colour_formulas, draw_formulas
from render.renderers.pdf.inks import Inks
from render.renderers.pdf.layout import LaidOut, off_paper
from render.renderers.pdf.list_numbers import make_room
from render.renderers.pdf.parsing import parse
from render.renderers.pdf.request import Request, Response
from render.renderers.pdf.sentences import dissolve
from render.renderers.pdf.stacked_tables import are_all_stacked, stack_tables, too_wide
from render.renderers.pdf.tagging import selfcheck
from render.renderers.pdf.untyped import Document, FontConfiguration, StyleSheet

_MOST_PAGES = 2000


def respond(payload: bytes) -> bytes:
    """Answer one request; bytes in and out are msgpack."""
    request = msgspec.msgpack.decode(payload, type=Request)
    with collecting_once():
        return msgspec.msgpack.encode(write(request))


@contextmanager
def collecting_once() -> Iterator[None]:
    """While the block runs, cyclic garbage is left alone; then what the block made is searched.

    Boxes of a layout live until its end, and are searched for garbage again and again: an
    eighth of the time of 93 pages, where leaving it takes 15 % more memory at the peak.
    """
    gc.disable()
    try:
        yield
    finally:
        release.let_go()
        gc.enable()
        # All that is new is in the youngest generation; a warm process has far more that is old.
        gc.collect(0)


def write(request: Request) -> Response:
    """Lay out and write one document. Raises ThemeError, BudgetError or EngineError."""
    fonts.confine(request.font_files, request.font_families)
    libraries.load_engine()
    from weasyprint.urls import FatalURLFetchingError

    findings: list[Finding] = []
    inks = Inks(request.cmyk_profile) if request.cmyk_profile else None
    if inks:
        assets = {name: inks.picture(asset) for name, asset in request.assets.items()}
        request = msgspec.structs.replace(request, assets=assets)
    try:
        with messages.heard(findings):
            laid_out = lay_out(request, findings)
            findings += messages.off_paper(off_paper(laid_out), laid_out.dom)
            colour_formulas(laid_out)
            pagination = folios.pagination(laid_out)
            if problem := selfcheck.misfit():
                findings.append(messages.misfit(problem))
                data = _without_our_tags(laid_out, inks, problem)
            else:
                data, font_use = (
                    editions.write(laid_out, request, pagination)
                    if inks is None
                    else editions.write_for_print(laid_out, request, pagination, inks)
                )
                findings += messages.borrowed(font_use.outside(request.font_families))
    except FatalURLFetchingError as error:
        raise resources.refusal(str(error)) from error
    except RecursionError as error:
        raise BudgetError(
            "the document nests too deeply to be laid out",
            hint="flatten nested lists, quotations or tables",
        ) from error
    except ZeroDivisionError as error:
        raise ThemeError(
            "the print style has a measure that cannot be laid out",
            hint="look for sizes of 0 or far too large in print.css",
        ) from error
    return Response(data, pagination, tuple(findings))


def _without_our_tags(laid_out: LaidOut, inks: Inks | None, problem: str) -> bytes:
    if inks is not None:
        raise EngineError(
            f"nothing for a press can be made with this WeasyPrint: {problem}",
            hint="pip install 'weasyprint>=70,<71'",
        )
    return editions.write_with_stock_tags(laid_out.document)


def lay_out(
    request: Request,
    findings: list[Finding] | None = None,
    *,
    notes_at_foot: bool = True,
    stacked: frozenset[int] = frozenset(),
) -> LaidOut:
    """Lay out the document of a request; fonts must be confined before.

    `stacked` are the places of tables that are too wide for the page, in the order of
    the document. Adds to `findings` what is wrong with its formulas.
    """
    shortcuts.take()
    line_layouts.begin_document()
    line_breaks.repair()
    configuration = _font_configuration(request.font_files, request.font_families)
    assets = dict(request.assets)
    html = parse(request.html, resources.fetcher(assets))
    drawn, in_words = draw_formulas(html.etree_element)
    assets |= drawn
    if findings is not None:
        findings += messages.formulas_in_words(in_words)
    bound_spans(html.etree_element)
    move_spaces_out(html.etree_element)
    tables = list(html.etree_element.iter("table"))
    if are_all_stacked(request.css):
        stacked = frozenset(range(len(tables)))
    stack_tables(tables[place] for place in sorted(stacked))
    make_room(html.etree_element)
    sentences = dissolve(html.etree_element)
    if ".drop-cap" in request.css:
        wrap_drop_cap(html.etree_element)
    footnotes = Footnotes(html.etree_element, request.css if notes_at_foot else "")
    document = _pages(html, request, configuration)
    if wide := _wide(document, tables, stacked):
        # The pages would stay beside the new ones: 219 MB for 150 pages in place of 165.
        del document
        release.let_go()
        return lay_out(request, notes_at_foot=notes_at_foot, stacked=stacked | wide)
    footnotes.restore()
    laid_out = LaidOut(document, html.etree_element, sentences)
    if footnotes.are_whole(laid_out):
        return laid_out
    return lay_out(request, notes_at_foot=False, stacked=stacked)


def _pages(html: Any, request: Request, configuration: FontConfiguration) -> Document:  # noqa: ANN401
    sheets = [_sheet(request.css, configuration), _sheet(request.rules, configuration)]
    document = html.render(font_config=configuration, stylesheets=sheets, presentational_hints=True)
    if len(document.pages) > _MOST_PAGES:
        raise BudgetError(
            f"the article fills {len(document.pages)} pages, more than {_MOST_PAGES}",
            hint="split the article",
        )
    if not document.pages:
        raise EngineError("the layout gave no page")
    return document


def _wide(document: Document, tables: list[Element], stacked: frozenset[int]) -> frozenset[int]:
    """The places of the tables that are too wide as they are and can be stacked yet."""
    if len(tables) == len(stacked):
        return frozenset()
    wide = too_wide(document)
    return frozenset(place for place, table in enumerate(tables) if table in wide) - stacked


# Parsing the style and scanning the fonts costs a warm render a fifth of its time.
@lru_cache(maxsize=4)
def _font_configuration(_files: tuple[str, ...], _families: tuple[str, ...]) -> FontConfiguration:
    from weasyprint.text.fonts import FontConfiguration

    class ConfinedFonts(FontConfiguration):  # type: ignore[misc]
        """Adds no font to those of the theme, and has no folder on the disk to forget there."""

        def add_font_face(self, descriptors: dict[str, object], _fetcher: object) -> None:
            raise ThemeError(
                f"the print style declares @font-face for '{descriptors.get('font_family')}'",
                hint="name the theme's font files in its theme.toml and remove the rule",
            )

    return ConfinedFonts()


@lru_cache(maxsize=8)
def _sheet(css: str, configuration: FontConfiguration) -> StyleSheet:
    from weasyprint import CSS

    return CSS(string=css, font_config=configuration, url_fetcher=resources.fetcher({}))
