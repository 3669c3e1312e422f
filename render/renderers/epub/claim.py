"""The claim of conformance, written into a finished EPUB."""

from __future__ import annotations

from render.model import Conformance
from render.renderers.epub.entries import Entry
from render.renderers.epub.repack import with_package_document


def with_claim(epub: bytes, conformance: Conformance) -> bytes:
    """The EPUB with the claim that its certifier makes (EPUB Accessibility 1.1, 4.2).

    Only for whoever has seen every check pass: nothing is checked here.
    """
    return with_package_document(epub, lambda document: _claimed(document, conformance))


def _claimed(package_document: bytes, conformance: Conformance) -> bytes:
    from lxml import etree  # 30 ms, and only where there is a claim

    root = etree.fromstring(package_document, etree.XMLParser(remove_blank_text=True))
    namespace = root.nsmap[None]
    [metadata] = root.iterfind("{*}metadata")
    for entry in _entries(conformance):
        name = f"{{{namespace}}}{'link' if entry.link else 'meta'}"
        element = etree.SubElement(metadata, name, entry.attributes())
        element.text = None if entry.link else entry.value
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entries(conformance: Conformance) -> list[Entry]:
    entries = [
        Entry("dcterms:conformsTo", conformance.standard, id="conf"),
        Entry("a11y:certifiedBy", conformance.certifier, id="certifier", refines="conf"),
    ]
    if report := conformance.report_url:
        entries.append(Entry("a11y:certifierReport", report, link=True, refines="certifier"))
    return entries
