"""The frame of the book's XHTML 1.0 documents."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

Metadata = tuple[tuple[str, str], ...]

_DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)


def page(title: str, lang: str, metadata: Metadata, body: str) -> str:
    """A whole document."""
    metas = "\n".join(meta(name, value) for name, value in metadata)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{_DOCTYPE}\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" lang={quoteattr(lang)} '
        f"xml:lang={quoteattr(lang)}>\n<head>\n"
        '<meta http-equiv="Content-type" content="text/html; charset=utf-8" />\n'
        f"<title>{escape(title)}</title>\n{metas}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def meta(name: str, value: str) -> str:
    """One line of metadata."""
    return f"<meta name={quoteattr(name)} content={quoteattr(value)} />"
