"""Lays out a body of HTML as the engine does, in this process."""

import functools
import io
import os

import pytest
from PIL import Image

from render import theme
from render.errors import UsageError
from render.language import direction
from render.pdf_reading import TagTree, read_tree
from render.renderers.pdf import engine, fonts, frame
from render.renderers.pdf.layout import descendants
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.profiles import cmyk_profile
from render.renderers.pdf.request import AssetData, Metadata, Request, Response


def lay(body, *, lang="en", **options) -> Response:
    head = "" if "<h1" in body else '<h1 id="title">Title</h1>'
    html = (
        f'<!DOCTYPE html><html lang="{lang}" dir="{direction(lang)}"><head>'
        '<meta charset="utf-8"><title>Title</title></head><body>'
        f'<header class="article-head" data-running-head="Title">{head}</header>'
        f"<main>{body}</main></body></html>"
    )
    return engine.write(request(html, lang=lang, **options))


def request(html, *, lang="en", edition="accessible", css="", size="a4", **other) -> Request:
    default = _theme()
    values = {
        "html": html,
        "css": default.css("print.css") + css,
        "rules": frame.rules(PdfOptions(edition=edition, page_size=size)),
        "metadata": Metadata(
            title="Title", lang=lang, created="2026-11-20", modified="2026-11-20T10:00:00Z"
        ),
        "edition": edition,
        "assets": {"red": picture("red"), "blue": picture("blue")},
        "font_files": tuple(str(face.path) for face in default.fonts),
        "font_families": tuple(dict.fromkeys(face.family for face in default.fonts)),
        "attachment": b"{}" if edition == "archive" else None,
    }
    return Request(**values | other)


def tree(body, **options) -> TagTree:
    return read_tree(lay(body, **options).data)


def pages(asked):
    """The pages of a request, in the fonts that every other test has."""
    fonts.confine(asked.font_files, asked.font_families)
    return engine.lay_out(asked).document.pages


def painted(body, css, size, lang="en"):
    """Each box of text in a style, with its page."""
    for page, box in boxes(body, css, size, lang):
        if getattr(box, "text", "").strip():
            yield page, box


def boxes(body, css, size, lang="en", **other):
    """Each box of a body in a style, with its page."""
    html = (
        f"<html lang='{lang}' dir='{direction(lang)}'><body><h1 id='title'>T</h1>"
        f"<main>{body}</main></body></html>"
    )
    for page in pages(request(html, css=css, size=size, **other)):
        for box in descendants(page._page_box):
            yield page, box


def picture(colour, size_px=(40, 20)) -> AssetData:
    out = io.BytesIO()
    Image.new("RGB", size_px, colour).save(out, "PNG")
    return AssetData("image/png", out.getvalue())


@functools.cache
def press() -> bytes:
    """A profile of a press; the test skips without one, and fails in CI."""
    try:
        return cmyk_profile(None)
    except UsageError:
        if os.environ.get("CI"):
            pytest.fail("no CMYK profile on this system; run .ci/system-packages test")
        pytest.skip("no CMYK profile on this system")


@functools.cache
def _theme():
    return theme.load("default")
