"""The encoding that a page declares in its first bytes."""

from __future__ import annotations

import codecs
import re

# WHATWG HTML, section 13.2.3.2, says 1024; many pages do not keep to it.
_PRESCAN_BYTES = 4096
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding named by a `meta` element or an XML declaration.

    None for UTF-8, for an unknown name, and when the bytes are UTF-8 whatever is
    declared: programs that save pages convert them and leave the declaration.
    """
    head = data[:_PRESCAN_BYTES]
    match = _META.search(head) or _XML.search(head)
    if match is None:
        return None
    label = match[1].decode("ascii", "replace").lower()
    try:
        name = codecs.lookup(label).name
        bytes(2).decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    # A page whose declaration could be read in single bytes is not UTF-16, whatever it says.
    if name.startswith(("utf-8", "utf_8", "utf-16", "utf-32")):
        return None
    if not data.isascii() and _is_utf_8(data):
        return None
    # Browsers decode GB 2312 with its superset.
    return "gb18030" if name in {"gb2312", "gbk"} else name


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
