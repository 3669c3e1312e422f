"""Collections of other people's EPUBs, which are read where they lie and never copied."""

import io
import os
import tarfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from render.checks.epub import check_file
from render.errors import RenderError
from render.findings import Severity
from render.pipeline.checking import run_checks
from render.pipeline.progress import quiet
from render.plugins import CheckedFile, Subject

pytestmark = pytest.mark.slow

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "corpus"
EPUB = "application/epub+zip"
CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
<dc:title>T</dc:title><dc:language>en</dc:language></metadata><manifest>
<item id="c" href="c" media-type="{}" properties="nav"/></manifest>
<spine><itemref idref="c"/></spine></package>"""
DOCUMENTS = {
    ".xhtml": "application/xhtml+xml",
    ".html": "application/xhtml+xml",
    ".svg": "image/svg+xml",
    ".smil": "application/smil+xml",
}


def corpus(name: str) -> dict[str, bytes]:
    """The files of a collection: LISIBLE_CORPUS, else `shared/corpus` beside the checkout."""
    named = os.environ.get("LISIBLE_CORPUS")
    folder = Path(named) if named else BESIDE
    if not (folder / name).exists():
        pytest.skip(f"{name} is neither in LISIBLE_CORPUS nor in ../shared/corpus")
    with tarfile.open(folder / name) as archive:
        streams = ((member.name, archive.extractfile(member)) for member in archive)
        return {name: stream.read() for name, stream in streams if stream}


def test_epubs_that_epubcheck_finds_clean_get_no_error():
    files = {
        name.rpartition("/")[2]: data for name, data in corpus("w3c-epub-tests.tar.xz").items()
    }
    rows = [row.split("\t") for row in files["RESULTS.tsv"].decode().splitlines()[1:]]
    clean = [name for name, errors, *_ in rows if errors == "0"]

    errors = {
        name: [each.message for each in found if each.severity is Severity.ERROR]
        for name in clean
        for found in [list(check_file(CheckedFile(name, EPUB, files[name])))]
    }

    assert len(clean) == 104
    assert {name: found for name, found in errors.items() if found} == {}


def test_every_file_of_epubchecks_own_tests_gets_a_verdict_or_a_clear_error_soon():
    files = corpus("epubcheck-suite.tar.xz")
    asked = [*books(files), *(each for name, data in files.items() for each in alone(name, data))]

    unclear, slow = [], {}
    for file in asked:
        begin = time.perf_counter()
        try:
            judged = bool(run_checks(Subject((file,)), external=False, progress=quiet))
        except RenderError as error:
            judged = bool(error.message)
        if not judged:
            unclear.append(file.name)
        took_s = time.perf_counter() - begin
        if took_s > 5:
            slow[file.name] = took_s

    assert len(asked) > 3000
    assert (unclear, slow) == ([], {})


def books(files: dict[str, bytes]) -> list[CheckedFile]:
    """Each folder with a container in it, zipped."""
    tops = {f"{name.split('/META-INF/')[0]}/" for name in files if "/META-INF/" in name}
    tops |= {name.removesuffix("mimetype") for name in files if name.endswith("/mimetype")}
    inside = {
        top: {name.removeprefix(top): data for name, data in files.items() if name.startswith(top)}
        for top in sorted(tops)
    }
    return [CheckedFile(top, EPUB, zipped(book)) for top, book in inside.items()]


def alone(name: str, data: bytes) -> list[CheckedFile]:
    """A file as the only thing in a book, and a document as a page too."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".opf":
        book: dict[str, str | bytes] = {"META-INF/container.xml": CONTAINER, "p.opf": data}
        return [CheckedFile(name, EPUB, zipped(book))]
    if suffix not in DOCUMENTS:
        return [CheckedFile(name, EPUB, data)]
    package = PACKAGE.format(DOCUMENTS[suffix])
    book = {"META-INF/container.xml": CONTAINER, "p.opf": package, "c": data}
    return [CheckedFile(name, EPUB, zipped(book)), CheckedFile(f"{name}.html", "text/html", data)]


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
