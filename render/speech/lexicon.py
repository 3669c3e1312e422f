"""House lexicons: how written forms are said, from PLS 1.0 (W3C) and CSV files."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

from render.errors import InputError
from render.model import Pronunciation

_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_COLUMNS = ("written", "spoken", "lang")


def read_lexicon(data: bytes, name: str, lang: str) -> tuple[Pronunciation, ...]:
    """The entries of a lexicon file, PLS where it begins as XML, else CSV.

    `lang` is the language of entries that name none. Raises InputError with the line or
    the reason.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _read_pls(data, name)
    return _read_csv(data, name, lang)


def _read_pls(data: bytes, name: str) -> tuple[Pronunciation, ...]:
    # A lexicon needs no entities; one that declares them may be a trap for parsers.
    if b"<!ENTITY" in data:
        raise InputError(f"lexicon '{name}' declares entities", hint="write the characters")
    try:
        root = ET.fromstring(data)  # noqa: S314  entities are refused above
    except ET.ParseError as error:
        raise InputError(f"lexicon '{name}' is not well-formed: {error}") from error
    if root.tag != f"{_PLS}lexicon":
        raise InputError(
            f"'{name}' is no PLS lexicon", hint="its root is `lexicon` in the namespace of PLS 1.0"
        )
    lang = root.get(_XML_LANG, "und")
    for element in (root, *root.iter(f"{_PLS}phoneme")):
        if (alphabet := element.get("alphabet", "ipa").lower()) != "ipa":
            raise InputError(
                f"lexicon '{name}' has phonemes in the alphabet '{alphabet}'",
                hint='write them in IPA, and say so: alphabet="ipa"',
            )
    return tuple(
        Pronunciation(
            grapheme=written,
            lang=lang,
            alias=_text(lexeme.find(f"{_PLS}alias")),
            ipa=_text(lexeme.find(f"{_PLS}phoneme")),
        )
        for lexeme in root.iter(f"{_PLS}lexeme")
        for grapheme in lexeme.iter(f"{_PLS}grapheme")
        if (written := _text(grapheme))
    )


def _text(element: ET.Element | None) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def _read_csv(data: bytes, name: str, lang: str) -> tuple[Pronunciation, ...]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"lexicon '{name}' is not UTF-8", hint="save it as UTF-8") from error
    # Spreadsheets in many countries part columns by semicolons.
    delimiter = ";" if text.partition("\n")[0].count(";") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = tuple(rows.fieldnames or ())
    if not {"written", "spoken"} <= set(columns):
        raise InputError(
            f"lexicon '{name}' has the columns '{', '.join(columns)}'",
            hint=f"its first line names {', '.join(_COLUMNS)} (the last may be left out)",
        )
    found = []
    for row in rows:
        written, spoken = (row.get("written") or "").strip(), (row.get("spoken") or "").strip()
        if not written and not spoken:
            continue
        if not (written and spoken):
            raise InputError(f"lexicon '{name}', line {rows.line_num}: a form is missing")
        own = (row.get("lang") or "").strip() or lang
        found.append(Pronunciation(grapheme=written, lang=own, alias=spoken))
    return tuple(found)
