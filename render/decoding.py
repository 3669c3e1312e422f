"""Bytes to text: which encoding the input has, and what was wrong with it."""

import codecs
import re
from dataclasses import dataclass

from render.errors import BudgetError, EmptyArticleError, InputError, UsageError
from render.findings import Finding, Place, Severity
from render.reading import ReadOptions, Source

INPUT_LIMIT_BYTES = 5_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files begin that are not text, and what they are.
_NOT_TEXT = (
    (re.compile(rb"PK\x03\x04"), "a container, as EPUB, DOCX and ODT are"),
    (re.compile(rb"%PDF-\d"), "a PDF"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "a document of an old Office"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL), "a picture"),
    (re.compile(rb"ID3[\x02-\x04]\x00|RIFF....WAVE|fLaC\x00|OggS\x00", re.DOTALL), "a sound"),
    (re.compile(rb"\x1f\x8b\x08"), "compressed"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""The input as text with `\n` line ends, and the name of the encoding it had."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(source: Source, options: ReadOptions) -> Decoded:
    r"""The text of a source.

    A byte order mark decides; else `options.encoding`; else UTF-8; else Windows-1252,
    with a warning, when the input is evidently not UTF-8. CRLF and CR become `\n`.

    Raises EmptyArticleError when there is nothing but white space, BudgetError over
    5 MB, UsageError for an unknown encoding, and InputError for a file that is no text,
    and naming line and offset for a byte that does not belong, unless
    `encoding_errors` is `replace`.
    """
    if len(source.data) > INPUT_LIMIT_BYTES:
        raise BudgetError(
            f"{source.name}: {len(source.data):,} bytes, over the limit of {INPUT_LIMIT_BYTES:,}",
            hint="split the article into several files",
        )
    _refuse_what_is_no_text(source)
    decoded = _decode_bytes(source, options)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyArticleError(
            f"{source.name}: no article text: the input is empty",
            hint="check that the file was saved and is the right one",
        )
    return Decoded(text, decoded.encoding, decoded.findings)


def _refuse_what_is_no_text(source: Source) -> None:
    for beginning, what in _NOT_TEXT:
        if beginning.match(source.data):
            raise InputError(
                f"{source.name}: this is {what}, not text",
                hint="save the article as HTML, Markdown or plain text first",
            )


def _decode_bytes(source: Source, options: ReadOptions) -> Decoded:
    data = source.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, source, options, skip_bytes=len(mark))
    if options.encoding is not None:
        return _decode_as(_known(options.encoding), source, options)
    unmarked = _unmarked_utf_16(data)
    if unmarked:
        return _as(unmarked, source, first_byte=0)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_windows_1252(data):
            return _as("windows-1252", source, first_byte=error.start)
    return _decode_as("utf-8", source, options)


def _decode_as(
    encoding: str, source: Source, options: ReadOptions, *, skip_bytes: int = 0
) -> Decoded:
    data = source.data[skip_bytes:]
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        line = _line_of(data[: error.start], encoding)
        where = f"the byte at offset {error.start + skip_bytes} (0x{data[error.start]:02x})"
        if options.encoding_errors != "replace":
            raise InputError(
                f"{source.name}:{line}: {where} is not valid {encoding}",
                hint="save the file as UTF-8, or pass --encoding-errors=replace",
            ) from error
    text = data.decode(encoding, errors="replace")
    finding = Finding(
        code="ENCODING-002",
        severity=Severity.WARNING,
        message=f"{where} and others like it are not valid {encoding}; replaced by U+FFFD",
        hint="save the file as UTF-8",
        where=Place(file=source.name, line=line),
    )
    return Decoded(text, encoding, (finding,))


def _known(encoding: str) -> str:
    # Browsers read these labels as Windows-1252 (WHATWG Encoding, 4.2 names and labels).
    if encoding.strip().lower() in {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"}:
        return "windows-1252"
    try:
        # Rejects codecs that do not make text, such as `hex`.
        bytes(4).decode(encoding.strip())
        name = codecs.lookup(encoding.strip()).name
    except (LookupError, UnicodeError, ValueError) as error:
        raise UsageError(
            f"there is no encoding called '{encoding[:40]}'", hint="use utf-8, or windows-1252"
        ) from error
    return "windows-1252" if name == "cp1252" else name


def _unmarked_utf_16(data: bytes) -> str | None:
    """UTF-16 without its mark shows as Latin text with a NUL in every other byte."""
    pairs = len(data) // 2
    for encoding, high_bytes in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if pairs >= 8 and high_bytes.count(0) > 0.4 * pairs and data.count(0) < 0.6 * len(data):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def _is_windows_1252(data: bytes) -> bool:
    """Whether hardly any byte above ASCII forms UTF-8, so that no damaged UTF-8 is mistaken."""
    lenient = data.decode("utf-8", errors="replace")
    bad = lenient.count("\ufffd")
    good = sum(1 for character in lenient if character > "\x7f") - bad
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    # 0xff is far more often damage than the letter it stands for.
    plausible = all(c.isprintable() and c != "\xff" for c in text if c > "\xa0")
    return bad > good and plausible


def _as(encoding: str, source: Source, *, first_byte: int) -> Decoded:
    finding = Finding(
        code="ENCODING-001",
        severity=Severity.WARNING,
        message=f"the input is not UTF-8; read as {encoding}",
        hint="save the file as UTF-8, or pass --encoding",
        where=Place(file=source.name, line=_line_of(source.data[:first_byte], encoding)),
    )
    return Decoded(source.data.decode(encoding), encoding, (finding,))


def _line_of(before: bytes, encoding: str) -> int:
    text = before.decode(encoding, errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
