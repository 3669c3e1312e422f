"""The NCX: contents and pages for readers older than EPUB 3 (OPF 2.0.1, 2.4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import count

from render.renderers.epub.facts import PageMarker
from render.renderers.epub.navigation import Navigation, Target

NCX_FILE = "toc.ncx"


def ncx_document(navigation: Navigation, identifier: str, lang: str) -> bytes:
    """The document. Play orders are left out: EPUB 3 takes the order from the spine."""
    pages = navigation.pages
    numbers = [int(page.label) for page in pages if page.label.isascii() and page.label.isdigit()]
    heads = {
        "dtb:uid": identifier,
        "dtb:depth": str(_depth(navigation.contents)),
        "dtb:totalPageCount": str(len(pages)),
        "dtb:maxPageNumber": str(max(numbers, default=0)),
    }
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}"/>' for name, value in heads.items()
    )
    points = "".join(_points(navigation.contents, count(1)))
    targets = "".join(_pages(pages))
    page_list = f"<pageList>{_label(navigation.title)}{targets}</pageList>" if pages else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"'
        f' xml:lang="{escape(lang)}">\n'
        f"<head>{metas}</head>\n"
        f"<docTitle><text>{escape(navigation.title, quote=False)}</text></docTitle>\n"
        f"<navMap>{points}</navMap>\n{page_list}\n</ncx>\n"
    ).encode()


def _depth(targets: tuple[Target, ...]) -> int:
    return 1 + max((_depth(target.children) for target in targets), default=0) if targets else 0


def _points(targets: tuple[Target, ...], numbers: Iterator[int]) -> Iterator[str]:
    for target in targets:
        yield f'<navPoint id="point-{next(numbers)}">'
        yield f'{_label(target.text)}<content src="{escape(target.href)}"/>'
        yield from _points(target.children, numbers)
        yield "</navPoint>"


def _pages(pages: tuple[PageMarker, ...]) -> Iterator[str]:
    numbered: set[str] = set()
    for place, page in enumerate(pages, start=1):
        # A number is a page's value once only: two articles bound together may both begin at 1.
        is_number = page.label.isascii() and page.label.isdigit() and page.label not in numbered
        numbered.add(page.label)
        yield _page(page, place, is_number=is_number)


def _page(page: PageMarker, number: int, *, is_number: bool) -> str:
    kind = f' type="normal" value="{page.label}"' if is_number else ' type="special"'
    return (
        f'<pageTarget id="page-target-{number}"{kind}>{_label(page.label)}'
        f'<content src="{escape(page.document)}#{escape(page.id)}"/></pageTarget>'
    )


def _label(text: str) -> str:
    return f"<navLabel><text>{escape(' '.join(text.split()), quote=False)}</text></navLabel>"
