"""XML as a tree, without entities from outside, comments or network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


class NotXmlError(ValueError):
    """The bytes are not well-formed XML; the message says where."""


def parsed(data: bytes) -> etree._Element:
    """The root element. Raises NotXmlError."""
    # lxml costs 30 ms to import; most commands need no XML.
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise NotXmlError(str(error)) from error
    # What an entity stands for was never read; its node is no element and has no attributes.
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root
