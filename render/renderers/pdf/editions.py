"""The three editions: which standards the file keeps, and what it must say to keep them."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import UTC, datetime
from importlib.resources import files

from render.pagination import Pagination
from render.renderers.pdf import metadata as xmp
from render.renderers.pdf.inks import Inks, stream_class
from render.renderers.pdf.layout import LaidOut
from render.renderers.pdf.request import Metadata, Request
from render.renderers.pdf.serialising import serialise
from render.renderers.pdf.tagging.cmaps import name_silent_glyphs
from render.renderers.pdf.tagging.fontuse import FontUse
from render.renderers.pdf.tagging.tagger import Tagger
from render.renderers.pdf.untyped import Document, PdfFile, PdfObject

_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?.*?(Z|[+-]\d\d:\d\d)?)?)?)?"
)


def write(laid_out: LaidOut, request: Request, pagination: Pagination) -> tuple[bytes, FontUse]:
    """Paint, tag and write the document as the edition asked for."""
    archive = request.edition == "archive"
    document = laid_out.document
    tagger = Tagger(laid_out, "2.0" if archive else "1.7")

    def finish(_document: Document, pdf: PdfFile) -> None:
        tagger.finish(pdf)
        name_silent_glyphs(pdf)
        _describe(pdf, request, xmp.archive_claims() if archive else xmp.accessible_claims())
        pdf.catalog["PageLabels"] = _page_labels(pagination)
        _claim_colours(pdf)
        if archive:
            pdf.info.clear()  # ISO 19005-4, 6.1.3
            _associate_files(pdf)
        serialise(pdf)

    _intend_screens(document)
    with tagger.painting():
        data = document.write_pdf(
            finisher=finish,
            pdf_version="2.0" if archive else "1.7",
            pdf_identifier=True,
            attachments=_attachments(request) if archive else None,
        )
    return data, tagger.plan.fonts


def write_for_print(
    laid_out: LaidOut, request: Request, pagination: Pagination, inks: Inks
) -> tuple[bytes, FontUse]:
    """Write the document as PDF/X-4: inks only, no links, an output intent (ISO 15930-7).

    Tagged all the same, so that its words can be read back and a proof read aloud.
    """
    for page in laid_out.document.pages:
        page.links = []  # an annotation on the page would be printed, or not, by chance
        page.anchors = {}
    tagger = Tagger(laid_out, "1.6")

    def finish(_document: Document, pdf: PdfFile) -> None:
        tagger.finish(pdf)
        name_silent_glyphs(pdf)
        claims = xmp.print_claims(content_id(request), request.metadata.modified)
        _describe(pdf, request, claims)
        pdf.catalog["PageLabels"] = _page_labels(pagination)
        pdf.info["Trapped"] = "/False"
        _intend_press(pdf, request.cmyk_profile or b"")
        serialise(pdf)

    with tagger.painting(lambda tagging: stream_class(tagging, inks)):
        data = laid_out.document.write_pdf(finisher=finish, pdf_version="1.6", pdf_identifier=True)
    return data, tagger.plan.fonts


def write_with_stock_tags(document: Document) -> bytes:
    """Write the document with WeasyPrint's own tags, for when ours do not fit it."""
    data: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=True)
    return data


def _describe(pdf: PdfFile, request: Request, claims: tuple[str, ...]) -> None:
    import pydyf

    metadata = request.metadata
    producer = f"Lisible ({_engine()})"
    # Uncompressed: readers of metadata that know no PDF find it (ISO 19005-1 asks for that).
    stream = pydyf.Stream(
        [xmp.packet(metadata, producer, claims)],
        pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"}),
    )
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
    pdf.catalog["Lang"] = pydyf.String(metadata.lang)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.info.clear()
    for key, value in _information(metadata, producer).items():
        if value:
            pdf.info[key] = pydyf.String(value)


def _information(metadata: Metadata, producer: str) -> dict[str, str]:
    return {
        "Title": metadata.title,
        "Author": ", ".join(metadata.authors),
        "Subject": metadata.description,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": "Lisible",
        "Producer": producer,
        "CreationDate": pdf_date(metadata.created),
        "ModDate": pdf_date(metadata.modified),
    }


def pdf_date(value: str) -> str:
    """An ISO 8601 date as PDF writes it (ISO 32000-2, 7.9.4); empty when there is none."""
    found = _DATE.match(value)
    if not found:
        return ""
    *digits, zone = found.groups()
    written = "D:" + "".join(part for part in digits if part)
    if digits[3] is None or zone is None:
        return written
    return written + ("Z" if zone == "Z" else zone.replace(":", "'"))


def _page_labels(pagination: Pagination) -> PdfObject:
    """The printed folios, so that a reader's "go to page 3" is the page that says 3."""
    import pydyf

    numbers: list[PdfObject] = []
    expected = ""
    for index, page in enumerate(pagination.pages):
        if page.label != expected:
            label = pydyf.Dictionary(
                {"S": "/D", "St": int(page.label)}
                if page.label.isdecimal()
                else {"P": pydyf.String(page.label)}
            )
            numbers += [index, label]
        expected = str(int(page.label) + 1) if page.label.isdecimal() else ""
    return pydyf.Dictionary({"Nums": pydyf.Array(numbers)})


def _intend_screens(document: Document) -> None:
    """Give the document the profile of its colours (ISO 19005-3, 6.2.3)."""
    from weasyprint.css import ColorProfile

    # Through a buffer: WeasyPrint itself leaves the file open.
    content = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    profile = ColorProfile(
        io.BytesIO(content), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"])
    )
    document.color_profiles["srgb"] = profile
    document.output_intent = "srgb"


def _intend_press(pdf: PdfFile, profile: bytes) -> None:
    import pydyf
    from PIL import ImageCms

    name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip()
    stream = pydyf.Stream([profile], pydyf.Dictionary({"N": 4}), compress=True)
    pdf.add_object(stream)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": pydyf.String(name or "Custom"),
        "Info": pydyf.String(name or "Custom"),
        "DestOutputProfile": stream.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _claim_colours(pdf: PdfFile) -> None:
    for intent in pdf.catalog["OutputIntents"]:
        intent["S"] = "/GTS_PDFA1"


def _attachments(request: Request) -> list[PdfObject]:
    from weasyprint import Attachment

    if request.attachment is None:
        return []
    moment = _moment(request.metadata.modified or request.metadata.created)
    return [
        Attachment(
            string=request.attachment,
            name="article.json",
            description="The article as Lisible reads it, with its text, notes and pictures",
            relationship="Source",
            created=moment,
            modified=moment,
        )
    ]


def _associate_files(pdf: PdfFile) -> None:
    """Say how the embedded files belong to the document (ISO 19005-4, 6.9)."""
    import pydyf

    # The MathML of formulas hangs on their elements, and says already how it belongs to them.
    attached = [
        each
        for each in pdf.objects
        if isinstance(each, dict)
        and each.get("Type") == "/Filespec"
        and each.get("AFRelationship") != "/Supplement"
    ]
    for each in attached:
        each["AFRelationship"] = "/Source"
    references = [each.reference for each in attached]  # type: ignore[attr-defined]
    pdf.catalog["AF"] = pydyf.Array(references)


def _moment(value: str) -> datetime:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _engine() -> str:
    import weasyprint

    return f"WeasyPrint {weasyprint.__version__}"


def content_id(request: Request) -> str:
    """An identifier of what is printed: the same document has the same."""
    return hashlib.sha256((request.html + request.css + request.rules).encode()).hexdigest()[:32]
