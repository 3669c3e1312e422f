"""The package: container, metadata and what is claimed."""

import dataclasses
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree

from render.errors import EngineError
from render.model import (
    Article,
    Asset,
    Author,
    Conformance,
    Decorative,
    Image,
    Media,
    Meta,
    Missing,
    Text,
)
from render.renderers.epub.claim import with_claim
from render.renderers.epub.metadata import entries, identifier, modified
from render.sound.encoding import mp3
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import Edition, make

OPF = "{http://www.idpf.org/2007/opf}"
ROOT = Path(__file__).parents[3]


def package(edition: Edition) -> Any:
    return edition.tree("content.opf")


def values(edition: Edition, name: str) -> list[str | None]:
    return [
        meta.text for meta in package(edition).iter(f"{OPF}meta") if meta.get("property") == name
    ]


def test_mimetype_is_first_and_stored(plain):
    with zipfile.ZipFile(io.BytesIO(plain.artefact.data)) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert plain.artefact.data[30:58] == b"mimetypeapplication/epub+zip"


def test_every_entry_has_the_earliest_time_and_plain_modes(spoken):
    with zipfile.ZipFile(io.BytesIO(spoken.artefact.data)) as archive:
        facts = {(e.date_time, e.external_attr >> 16, e.create_system) for e in archive.infolist()}

    assert facts == {((1980, 1, 1, 0, 0, 0), 0o644, 3)}


def test_names_are_ascii_and_unlike_without_case(spoken):
    names = list(spoken.files)

    assert all(name.isascii() and " " not in name for name in names)
    assert len({name.lower() for name in names}) == len(names)


def test_pictures_and_sound_are_stored_not_deflated(spoken):
    with zipfile.ZipFile(io.BytesIO(spoken.artefact.data)) as archive:
        kinds = {e.filename.rpartition(".")[2]: e.compress_type for e in archive.infolist()}

    assert kinds["mp3"] == kinds["jpg"] == kinds["png"] == zipfile.ZIP_STORED


def test_same_article_gives_same_bytes(rich):
    assert make(samples.rich()).artefact.data == rich.artefact.data


SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "99", "TZ": "America/St_Johns", "HOME": "/nonexistent"},
    {"PYTHONHASHSEED": "1234", "TZ": "Africa/Bamako", "USER": "someone", "LANG": "fr_FR.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "Asia/Kathmandu", "SOURCE_DATE_EPOCH": "1"},
)


@pytest.mark.slow
@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda each: each["TZ"])
def test_bytes_depend_on_the_article_alone(surroundings, plain, tmp_path):
    script = (
        "import sys; from tests.renderers.epub import samples; "
        "from tests.renderers.epub.conftest import make; "
        "sys.stdout.buffer.write(make(samples.plain()).artefact.data)"
    )

    made = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    ).stdout

    assert made == plain.artefact.data


def test_package_says_language_and_direction(plain, hebrew):
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"

    assert (package(plain).get(xml_lang), package(plain).get("dir")) == ("fr", "ltr")
    assert (package(hebrew).get(xml_lang), package(hebrew).get("dir")) == ("he", "rtl")


def test_pages_turn_the_other_way_in_hebrew(hebrew):
    assert package(hebrew).find(f"{OPF}spine").get("page-progression-direction") == "rtl"


def test_identifier_is_a_urn_made_from_the_address():
    first = identifier(samples.plain())

    assert first.startswith("urn:uuid:")
    assert first[23] == "5", "version 5 is made from a name"
    assert identifier(samples.plain()) == first


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("urn:isbn:9782070360024", "urn:isbn:9782070360024"),
        ("978-2-07-036002-4", "urn:isbn:9782070360024"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
    ],
)
def test_an_identifier_given_as_uri_or_isbn_is_kept(given, expected):
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, identifier=given)

    assert identifier(msgspec.structs.replace(article, meta=meta)) == expected


def test_without_an_address_the_content_makes_the_identifier():
    article = samples.rich()
    other = msgspec.structs.replace(article, body=article.body[:1])

    assert identifier(article) == identifier(samples.rich())
    assert identifier(article) != identifier(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-03T10:00:00Z", "2025-11-03T10:00:00Z"),
        ("2025-11-03T10:00:00+02:00", "2025-11-03T08:00:00Z"),
        ("2025-11-03", "2025-11-03T00:00:00Z"),
    ],
)
def test_modified_is_in_utc_to_the_second(text, expected):
    assert modified(text).strftime("%Y-%m-%dT%H:%M:%SZ") == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-11-03", "2025-11-03"),
        ("2025-11", "2025-11"),
        ("2025-11-03T10:00:00+01:00", "2025-11-03T10:00:00+01:00"),
        ("2025-11-03T10:00:00", "2025-11-03"),
        ("2025-02-30", None),
        ("lundi dernier", None),
    ],
)
def test_a_date_is_written_only_in_a_form_that_readers_know(published, expected):
    article = Article(meta=Meta(title=(Text(value="T"),), lang="fr", published=published))

    dates = [entry.value for entry in entries(article) if entry.name == "date"]

    assert dates == ([expected] if expected else [])


def test_authors_are_creators_and_others_contributors_with_their_roles():
    authors = (Author(name="Ada", sort_name="A, da"), Author(name="Ben", role="photographer"))
    article = Article(meta=Meta(title=(Text(value="T"),), lang="en", authors=authors))

    people = {(e.name, e.value) for e in entries(article)}

    assert {("creator", "Ada"), ("role", "aut"), ("file-as", "A, da")} <= people
    assert {("contributor", "Ben"), ("role", "pht")} <= people


def test_no_metadata_element_is_empty(plain, rich, hebrew):
    for edition in (plain, rich, hebrew):
        for entry in package(edition).find(f"{OPF}metadata"):
            assert entry.text or entry.get("content") or entry.get("href"), etree.tostring(entry)


def test_features_are_what_the_text_holds_and_nothing_else(plain, rich):
    for name in ("alternativeText", "longDescription", "MathML"):
        assert name in values(rich, "schema:accessibilityFeature")
        assert name not in values(plain, "schema:accessibilityFeature")


def test_text_only_is_textual_and_without_hazards(hebrew):
    assert values(hebrew, "schema:accessMode") == ["textual"]
    assert values(hebrew, "schema:accessModeSufficient") == ["textual"]
    assert set(values(hebrew, "schema:accessibilityHazard")) == {
        "noFlashingHazard",
        "noMotionSimulationHazard",
        "noSoundHazard",
    }


def test_a_missing_alternative_is_not_claimed_and_is_reported():
    article = samples.rich()
    body = (Image(id="img-9", asset="chart", alt=Missing()),)
    edition = make(msgspec.structs.replace(article, body=body, notes=()))

    assert "alternativeText" not in values(edition, "schema:accessibilityFeature")
    assert values(edition, "schema:accessModeSufficient") == ["textual,visual"]
    assert [f.code for f in edition.artefact.findings] == ["EPUB-001", "EPUB-002"]


def test_sound_of_others_is_auditory_and_its_hazards_are_not_known():
    article = samples.rich()
    sound = Asset(id="song", data=mp3(bytes(44_100), 22_050), media_type="audio/mpeg")
    song = Media(id="media-1", kind="audio", asset="song", title="The ferryman's song")
    edition = make(msgspec.structs.replace(article, body=(song,), notes=(), assets=(sound,)))

    assert "EPUB/audio/asset-1.mp3" in edition.files
    assert values(edition, "schema:accessMode") == ["textual", "auditory"]
    assert values(edition, "schema:accessibilityHazard") == ["unknown"]
    assert values(edition, "schema:accessModeSufficient") == ["textual,auditory"]


def test_decoration_alone_is_no_visual_content():
    article = samples.rich()
    body = (Image(id="img-9", asset="rule", alt=Decorative()),)
    edition = make(msgspec.structs.replace(article, body=body, notes=()))

    assert values(edition, "schema:accessMode") == ["textual"]


def test_summary_speaks_the_language_of_the_article(plain, hebrew):
    assert "agrandi" in str(values(plain, "schema:accessibilitySummary"))
    assert "להגדיל" in str(values(hebrew, "schema:accessibilitySummary"))


def test_summary_in_another_language_says_which():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, lang="bm")
    edition = make(msgspec.structs.replace(article, meta=meta))

    assert 'property="schema:accessibilitySummary" xml:lang="en"' in edition.text("content.opf")


CLAIM = Conformance(
    standard="EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    certifier="Ada Traoré",
    report_url="https://example.org/report",
)


def test_an_article_that_names_a_certifier_claims_nothing_by_itself():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, conformance=CLAIM)
    edition = make(msgspec.structs.replace(article, meta=meta))

    assert values(edition, "dcterms:conformsTo") == []
    assert [f.code for f in edition.artefact.findings] == ["EPUB-005"]


def test_a_claim_names_standard_certifier_and_report_and_changes_nothing_else(plain):
    data = with_claim(plain.artefact.data, CLAIM)
    claimed = Edition(plain.article, dataclasses.replace(plain.artefact, data=data))

    assert values(claimed, "dcterms:conformsTo") == [CLAIM.standard]
    assert values(claimed, "a11y:certifiedBy") == ["Ada Traoré"]
    opf = claimed.text("content.opf")
    assert 'rel="a11y:certifierReport" href="https://example.org/report"' in opf
    assert {n: d for n, d in claimed.files.items() if n != "EPUB/content.opf"} == {
        n: d for n, d in plain.files.items() if n != "EPUB/content.opf"
    }
    assert with_claim(plain.artefact.data, CLAIM) == data


def test_an_asset_that_nothing_shows_stays_out():
    article = samples.rich()
    extra = samples.asset("unused", 5)
    edition = make(msgspec.structs.replace(article, assets=(*article.assets, extra)))

    assert "EPUB/images/asset-3.png" not in edition.files
    assert [f.code for f in edition.artefact.findings] == ["EPUB-002"]


def test_text_that_passed_no_gate_stops_with_the_place_and_no_file():
    article = samples.plain()
    hostile = samples.paragraph("p-9", "a\x0bb")

    with pytest.raises(EngineError, match=r"article\.xhtml of the EPUB"):
        make(msgspec.structs.replace(article, body=(hostile,)))


def test_an_identifier_from_outside_never_names_a_file():
    article = samples.rich()
    hostile = msgspec.structs.replace(article.assets[0], id="../../evil")
    image = Image(id="img-9", asset="../../evil", alt=Decorative())
    edition = make(msgspec.structs.replace(article, body=(image,), notes=(), assets=(hostile,)))

    assert "EPUB/images/asset-1.png" in edition.files
    assert all(".." not in name for name in edition.files)
