"""XHTML for an HTML parser, which takes `<script/>` for the beginning of an element."""

import html
import re

_HEAD_CHARACTERS = 1024
_IS_XHTML = re.compile(r"\s*<\?xml\b|.*?<html\b[^>]*\sxmlns\s*=", re.DOTALL)
# Possessive: an input cannot make it try twice.
_EMPTY_ELEMENT = re.compile(
    r"""<([A-Za-z][\w.:-]*+)((?:[^"'<>/]|/(?!>)|"[^"<]*+"|'[^'<]*+')*+)/>""", re.ASCII
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


def as_html(text: str) -> str:
    """The text with empty elements closed and CDATA escaped, where it is XHTML; else the same.

    An HTML parser leaves `<div/>` open, hides all after `<title/>`, and takes CDATA for a
    comment. Line breaks stay where they are.
    """
    if not _IS_XHTML.match(text[:_HEAD_CHARACTERS]):
        return text
    return _EMPTY_ELEMENT.sub(_closed, _without_cdata(text))


def _closed(found: re.Match[str]) -> str:
    name, attributes = found.groups()
    return found[0] if name.lower() in _VOID else f"<{name}{attributes}></{name}>"


def _without_cdata(text: str) -> str:
    before, *parts = text.split(_CDATA)
    pieces = [before]
    for part in parts:
        data, end, after = part.partition(_CDATA_END)
        pieces.append(html.escape(data, quote=False) + after if end else _CDATA + part)
    return "".join(pieces)
