"""Which standards a PDF says it follows."""

import re


def claimed_flavours(data: bytes) -> tuple[str, ...]:
    """The standards that a PDF's XMP claims, by veraPDF's names, as `ua1`, `3a`, `wt1a`.

    A file for a press (PDF/X) may claim none of them. Any other that claims nothing is
    held to `ua1`. Reads uncompressed XMP only, which is how Lisible writes it.
    """

    def value(name: bytes) -> str:
        found = re.search(rb"pdf" + name + rb"(?:>|=[\"'])\s*([0-9A-Za-z]+)", data)
        return found[1].decode().casefold() if found else ""

    if b"GTS_PDFXVersion" in data and not value(b"uaid:part"):
        return ()
    flavours = ["ua" + (value(b"uaid:part") or "1")]
    if part := value(b"aid:part"):
        flavours.append(part + value(b"aid:conformance"))
    if b"http://pdfa.org/declarations/wtpdf#accessibility1.0" in data:
        flavours.append("wt1a")
    if b"http://pdfa.org/declarations/wtpdf#reuse1.0" in data:
        flavours.append("wt1r")
    return tuple(flavours)
