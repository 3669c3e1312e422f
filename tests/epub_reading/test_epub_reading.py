"""EPUB files read back as they are."""

import io
import struct
import zipfile

import pytest
from lxml import etree

from render.epub_reading import (
    clock_ms,
    container,
    duration_ms,
    language_of,
    plain_text,
    read_epub,
    words,
)
from render.epub_reading.package import package_of, resolved
from render.errors import BudgetError, InputError
from render.sound.encoding import mp3

XHTML = "http://www.w3.org/1999/xhtml"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0:00:01.500", 1500),
        ("12:34:56.789", 45_296_789),
        ("05:01.2", 301_200),
        ("3.2h", 11_520_000),
        ("45min", 2_700_000),
        ("30s", 30_000),
        ("5ms", 5),
        ("12.345", 12_345),
        ("soon", None),
        ("", None),
    ],
)
def test_clock_values_of_every_form(value, expected):
    found = clock_ms(value)

    assert found == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100])
def test_the_length_of_an_mp3_is_read_from_its_frames(rate):
    data = mp3(bytes(2 * rate * 3), rate)

    assert duration_ms(data, "audio/mpeg") == pytest.approx(3000, abs=2)


def test_the_length_of_an_mp4_is_read_from_its_header():
    header = b"mvhd" + struct.pack(">IIIII", 0, 0, 0, 1000, 12_500)

    assert duration_ms(b"\x00\x00\x00\x6c" + header + bytes(80), "audio/mp4") == 12_500


def test_the_length_of_noise_is_not_known():
    assert duration_ms(bytes(5000), "audio/mpeg") is None
    assert duration_ms(b"OggS", "audio/ogg") is None


@pytest.mark.parametrize(
    ("href", "base", "expected"),
    [
        ("a.xhtml", "EPUB/content.opf", "EPUB/a.xhtml"),
        ("../a%20b.xhtml#x", "EPUB/text/nav.xhtml", "EPUB/a b.xhtml#x"),
        ("#x", "EPUB/a.xhtml", "EPUB/a.xhtml#x"),
        ("https://example.org/a", "EPUB/a.xhtml", "https://example.org/a"),
        ("http://[", "EPUB/a.xhtml", "http://["),
        ("e\u0301.xhtml", "a.opf", "\u00e9.xhtml"),
    ],
)
def test_addresses_are_resolved_in_the_container(href, base, expected):
    assert resolved(href, base) == expected


def test_a_prefix_of_ones_own_for_a_known_vocabulary_is_understood():
    root = etree.fromstring(
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" prefix="s: http://schema.org/">'
        '<metadata><meta property="s:accessMode">textual</meta></metadata></package>'
    )

    assert package_of(root, "a.opf").values("schema:accessMode") == ("textual",)


def test_words_part_at_blocks_and_not_at_inline_elements():
    root = etree.fromstring(
        f'<body xmlns="{XHTML}"><p>a<em>b</em>c</p><p>d<br/>e</p>'
        "<p><ruby>漢<rt>kan</rt></ruby></p></body>"
    )

    assert words(root) == ["abc", "d", "e", "漢"]


def test_text_of_a_deep_tree_needs_no_deep_stack():
    root = etree.fromstring("<p>" + "<i>" * 250 + "x" + "</i>" * 250 + "</p>")

    assert plain_text(root).strip() == "x"


def test_language_is_inherited_and_empty_means_unknown():
    root = etree.fromstring(f'<p xmlns="{XHTML}" lang="fr"><i><b lang=""><u/></b></i></p>')

    assert language_of(root[0]) == "fr"
    assert language_of(root[0][0][0]) == ""


def test_a_container_without_a_package_says_what_is_missing():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(InputError, match=r"no META-INF/container\.xml"):
        read_epub(out.getvalue())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        # Sound fills a container that opens to no more than it is: 410 MB for 18 hours.
        (bytes(range(256)), InputError),
        (bytes(256), BudgetError),
    ],
)
def test_a_container_too_large_is_refused_where_it_grows(content, error, monkeypatch):
    monkeypatch.setattr(container, "MAX_TOTAL_BYTES", 1000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(10):
            archive.writestr(str(number), content)

    with pytest.raises(error, match=r"no META-INF/container|opens to 2560 bytes"):
        read_epub(out.getvalue())


@pytest.mark.slow
def test_a_container_of_too_many_files_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), "")

    with pytest.raises(BudgetError, match="10001 entries"):
        read_epub(out.getvalue())
