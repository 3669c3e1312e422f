"""The XMP packet: what the file says it is and what it says about the article.

Written here because WeasyPrint claims one standard a file, and ours keeps several.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from render.renderers.pdf.request import Metadata

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    "{descriptions}\n"
    "</rdf:RDF>\n</x:xmpmeta>\n"
    '<?xpacket end="r"?>'
)
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
# PDF/A-3 wants every schema explained that it does not know, and it does not know PDF/UA's.
_UA_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def accessible_claims() -> tuple[str, ...]:
    """PDF/UA-1 and PDF/A-3a."""
    return (
        _description("pdfaid", {"part": "3", "conformance": "A"}),
        _description("pdfuaid", {"part": "1"}),
        _UA_SCHEMA,
    )


def archive_claims() -> tuple[str, ...]:
    """PDF/UA-2, PDF/A-4f, and the declarations of WTPDF 1.0 (6.1.2 and 6.1.3)."""
    declared = "".join(
        '<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>'
        f"http://pdfa.org/declarations/wtpdf#{level}1.0</pdfd:conformsTo></rdf:li>"
        for level in ("accessibility", "reuse")
    )
    return (
        _description("pdfaid", {"part": "4", "rev": "2020", "conformance": "F"}),
        _description("pdfuaid", {"part": "2", "rev": "2024"}),
        _open("pdfd") + f"<pdfd:declarations><rdf:Bag>{declared}</rdf:Bag></pdfd:declarations>"
        "</rdf:Description>",
    )


def print_claims(document_id: str, modified: str) -> tuple[str, ...]:
    """PDF/X-4 and PDF/UA-1; the document id comes from the content."""
    return (
        _description("pdfuaid", {"part": "1"}),
        _description("pdfxid", {"GTS_PDFXVersion": "PDF/X-4"}),
        _description("pdf", {"Trapped": "False"}),
        _description(
            "xmpMM",
            {"DocumentID": f"xmp.did:{document_id}", "VersionID": "1", "RenditionClass": "default"},
        ),
        _description("xmp", {"MetadataDate": modified}),
    )


def packet(metadata: Metadata, producer: str, claims: Iterable[str]) -> bytes:
    """The whole packet as UTF-8."""
    parts = [
        *claims,
        _description("pdf", {"Producer": producer, "Keywords": ", ".join(metadata.keywords)}),
        _description(
            "xmp",
            {
                "CreatorTool": "Lisible",
                "CreateDate": metadata.created,
                "ModifyDate": metadata.modified,
            },
        ),
        _dublin_core(metadata),
    ]
    return _PACKET.format(descriptions="\n".join(parts)).encode()


def _dublin_core(metadata: Metadata) -> str:
    fields = [
        _texts("title", "Alt", (metadata.title,)),
        _texts("creator", "Seq", metadata.authors),
        _texts("description", "Alt", (metadata.description,)),
        _texts("subject", "Bag", metadata.keywords),
        _texts("publisher", "Bag", (metadata.publisher,)),
        _texts("rights", "Alt", (metadata.rights,)),
        _texts("language", "Bag", (metadata.lang,)),
        *(
            f"<dc:{name}>{escape(value)}</dc:{name}>"
            for name, value in (
                ("source", metadata.source),
                ("identifier", metadata.identifier),
            )
            if value
        ),
    ]
    return f"{_open('dc')}{''.join(fields)}</rdf:Description>"


def _texts(name: str, kind: str, values: tuple[str, ...]) -> str:
    # The default language of an Alt is a word of XMP, not a language.
    lang = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{lang}>{escape(value)}</rdf:li>" for value in values if value)
    return f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>" if items else ""


def _description(prefix: str, values: dict[str, str]) -> str:
    given = "".join(
        f" {prefix}:{name}={quoteattr(value)}" for name, value in values.items() if value
    )
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{_NAMESPACES[prefix]}"{given}/>'


def _open(prefix: str) -> str:
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{_NAMESPACES[prefix]}">'
