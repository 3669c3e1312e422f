"""Bytes to text."""

import pytest

from render.decoding import INPUT_LIMIT_BYTES, Decoded, decode
from render.errors import BudgetError, EmptyArticleError, InputError, UsageError
from render.reading import ReadOptions, Source

FRENCH = "L’été à Bamako : « déjà », œuvre, 10 €"


def read(data: bytes, **options: str) -> Decoded:
    return decode(Source(data, "a.txt"), ReadOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FRENCH.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "utf-8"),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_marks_and_utf_8_are_read_without_a_finding(data: bytes, encoding: str) -> None:
    assert read(data) == Decoded(FRENCH, encoding)


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16-le", "utf-16-be"])
def test_an_undeclared_encoding_is_read_right_with_a_warning(encoding: str) -> None:
    decoded = read(FRENCH.encode(encoding))
    assert (decoded.text, decoded.encoding) == (FRENCH, encoding)
    assert [finding.code for finding in decoded.findings] == ["ENCODING-001"]


def test_a_declared_encoding_is_obeyed_without_a_finding() -> None:
    assert read(FRENCH.encode("windows-1252"), encoding="ISO-8859-1") == Decoded(
        FRENCH, "windows-1252"
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_become_line_feeds(ends: str) -> None:
    assert read(ends.join(["a", "b", "", "c"]).encode()).text == "a\nb\n\nc"


def test_a_bad_byte_in_utf_8_stops_with_line_and_offset() -> None:
    message = r"a\.txt:2: the byte at offset 9 \(0xff\) is not valid utf-8"

    with pytest.raises(InputError, match=message):
        read("été\nici".encode() + b"\xff" + " là".encode())


def test_a_bad_byte_after_a_mark_is_counted_from_the_start_of_the_file() -> None:
    with pytest.raises(InputError, match="offset 4 "):
        read(b"\xef\xbb\xbfa\xff")


def test_a_bad_byte_is_replaced_on_request_and_the_rest_is_kept() -> None:
    decoded = read("é\nici".encode() + b"\xff" + " là".encode(), encoding_errors="replace")
    assert decoded.text == "é\nici\ufffd là"
    assert [(f.code, f.where.line) for f in decoded.findings] == [("ENCODING-002", 2)]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_nothing_but_space_is_no_article(data: bytes) -> None:
    with pytest.raises(EmptyArticleError, match="no article text"):
        read(data)


def test_more_than_the_limit_is_refused() -> None:
    with pytest.raises(BudgetError, match="5,000,001 bytes"):
        read(b"x" * (INPUT_LIMIT_BYTES + 1))


@pytest.mark.parametrize("name", ["hex", "rot13", "no-such", "a\0b"])
def test_an_encoding_that_makes_no_text_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="no encoding called"):
        read(b"a", encoding=name)
