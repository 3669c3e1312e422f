"""The XHTML documents of the package: content, cover page and extended descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from render.errors import EngineError

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Document:
    """A finished XHTML document of the package.

    `id` is its manifest id, `file_name` is relative to the package document;
    `is_linear` is False for what is only reached by a link. `prefix` begins its ids in
    the narration.
    """

    id: str
    file_name: str
    data: bytes
    properties: tuple[str, ...] = ()
    is_linear: bool = True
    prefix: str = ""

    def tree(self) -> etree._Element:
        """The parsed document. Raises EngineError where it is not well-formed."""
        # lxml costs 30 ms to import; only this renderer needs it.
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self.data, parser)
        except etree.XMLSyntaxError as error:
            raise EngineError(
                f"{self.file_name} of the EPUB would not be well-formed: {error}",
                hint="this is a fault of Lisible: please report it with the article",
            ) from error


@dataclass(frozen=True, slots=True)
class Frame:
    """What all documents of one package share; `lexicons` are (language, file name)."""

    lang: str
    dir: str
    style_sheet: str
    lexicons: tuple[tuple[str, str], ...] = ()

    def page(self, title: str, body: str, *, body_attributes: str = "") -> bytes:
        """A whole document around a body of finished XHTML; `title` is plain text."""
        lang, words = escape(self.lang), escape(" ".join(title.split()), quote=False)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            "<!DOCTYPE html>\n"
            '<html xmlns="http://www.w3.org/1999/xhtml"'
            ' xmlns:epub="http://www.idpf.org/2007/ops"'
            f' lang="{lang}" xml:lang="{lang}" dir="{self.dir}">\n'
            "<head>\n"
            '<meta charset="utf-8"/>\n'
            f"<title>{words}</title>\n"
            f'<link rel="stylesheet" type="text/css" href="{escape(self.style_sheet)}"/>\n'
            f"{self._pronunciations()}"
            "</head>\n"
            f"<body{body_attributes}>\n{body}\n</body>\n"
            "</html>\n"
        ).encode()

    def _pronunciations(self) -> str:
        return "".join(
            '<link rel="pronunciation" type="application/pls+xml"'
            f' hreflang="{escape(lang)}" href="{escape(name)}"/>\n'
            for lang, name in self.lexicons
        )


def properties_of(body: str) -> tuple[str, ...]:
    """The manifest properties that a body calls for (EPUB 3.3, D.1 item properties)."""
    found = {"mathml": "<math" in body, "svg": "<svg" in body}
    return tuple(name for name, is_there in found.items() if is_there)


def cover_page(frame: Frame, title: str, image: str, alternative: str) -> bytes:
    """The page that shows the cover; `alternative` says all that the picture says."""
    body = (
        f'<section epub:type="cover" class="cover" id="cover" aria-label="{escape(title)}">'
        f'<img id="cover-picture" role="doc-cover" src="{escape(image)}"'
        f' alt="{escape(alternative)}"/></section>'
    )
    return frame.page(title, body)
