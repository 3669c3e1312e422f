"""The fifty items of a good accessible EPUB, asked of the finished file alone.

Written against the file and not against our code: it shares nothing with the renderer
or with the truth check. Items 1, 2 and 4 are judged by EPUBCheck, Ace and a second build.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree
from PIL import Image

H = "{http://www.w3.org/1999/xhtml}"
M = "{http://www.w3.org/1998/Math/MathML}"
O = "{http://www.idpf.org/2007/opf}"  # noqa: E741 - the namespace's own letter
D = "{http://purl.org/dc/elements/1.1/}"
S = "{http://www.w3.org/ns/SMIL}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Expected:
    """What the article says: the file must agree. `sections` are its headings in order."""

    title: str
    lang: str
    byline: str
    sections: tuple[str, ...]
    words: tuple[str, ...]


class Book:
    """A finished EPUB taken apart."""

    def __init__(self, data: bytes, expected: Expected) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.expected = expected
        self.opf: Any = etree.fromstring(self.files["EPUB/content.opf"])

    @cached_property
    def items(self) -> dict[str, Any]:
        return {item.get("id"): item for item in self.opf.iter(f"{O}item")}

    @cached_property
    def spine(self) -> list[tuple[str, bool]]:
        refs = self.opf.iter(f"{O}itemref")
        return [(self.path(ref.get("idref")), ref.get("linear") != "no") for ref in refs]

    @cached_property
    def pages(self) -> dict[str, Any]:
        names = [path for path, _ in self.spine]
        return {name: etree.fromstring(self.files[name]) for name in names}

    @property
    def text(self) -> Any:
        [name] = [name for name, is_linear in self.spine if is_linear]
        return self.pages[name]

    @property
    def nav(self) -> Any:
        [item] = [i for i in self.items.values() if "nav" in i.get("properties", "").split()]
        return etree.fromstring(self.files[self.resolve(item.get("href"))])

    @cached_property
    def overlays(self) -> dict[str, Any]:
        kind = "application/smil+xml"
        found = [i for i in self.items.values() if i.get("media-type") == kind]
        return {i.get("id"): etree.fromstring(self.files[self.path(i.get("id"))]) for i in found}

    @cached_property
    def css(self) -> str:
        return "".join(data.decode() for name, data in self.files.items() if name.endswith(".css"))

    def path(self, key: str) -> str:
        return self.resolve(self.items[key].get("href"))

    def resolve(self, href: str) -> str:
        return posixpath.join("EPUB", href.partition("#")[0])

    def meta(self, name: str) -> list[str]:
        return [m.text for m in self.opf.iter(f"{O}meta") if m.get("property") == name]

    def dc(self, name: str) -> list[str]:
        return [element.text for element in self.opf.iter(f"{D}{name}")]

    def elements(self, *names: str) -> Iterator[Any]:
        for page in self.pages.values():
            yield from page.iter(*(f"{H}{name}" for name in names))

    def navigation(self, kind: str) -> Any:
        return next((nav for nav in self.nav.iter(f"{H}nav") if nav.get(TYPE) == kind), None)

    def ids(self, name: str) -> set[str]:
        return {element.get("id") for element in self.pages[name].iter() if element.get("id")}


ITEMS: dict[int, tuple[str, Callable[[Book], bool]]] = {}


def item(number: int, title: str) -> Callable[[Callable[[Book], bool]], Callable[[Book], bool]]:
    def keep(check: Callable[[Book], bool]) -> Callable[[Book], bool]:
        ITEMS[number] = (title, check)
        return check

    return keep


def failed(book: Book) -> list[str]:
    """The items that the book does not meet."""
    return [f"{number} {title}" for number, (title, check) in ITEMS.items() if not check(book)]


def said(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@item(3, "package version 3.x")
def version(book: Book) -> bool:
    return str(book.opf.get("version")).startswith("3.")


@item(5, "ASCII-safe file names")
def names(book: Book) -> bool:
    return all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in book.files)


@item(6, "identifier is a URN, URL or ISBN")
def identifier(book: Book) -> bool:
    return all(re.match(r"urn:(uuid|isbn):|https?://", value) for value in book.dc("identifier"))


@item(7, "language is the real one")
def language(book: Book) -> bool:
    return book.dc("language") == [book.expected.lang]


@item(8, "package xml:lang")
def package_language(book: Book) -> bool:
    return book.opf.get(LANG) == book.expected.lang


@item(9, "title exact")
def title(book: Book) -> bool:
    return book.dc("title") == [book.expected.title]


@item(10, "creator is the byline")
def creator(book: Book) -> bool:
    return book.expected.byline in book.dc("creator")


@item(11, "publication date and publisher")
def publication(book: Book) -> bool:
    return len(book.dc("date")) == len(book.dc("publisher")) == 1


@item(12, "description and source")
def description(book: Book) -> bool:
    return bool(book.dc("description") and book.dc("source"))


@item(13, "access modes and sufficient modes")
def modes(book: Book) -> bool:
    return bool(book.meta("schema:accessMode") and book.meta("schema:accessModeSufficient"))


@item(14, "features declared")
def features(book: Book) -> bool:
    return bool(book.meta("schema:accessibilityFeature"))


@item(15, "declared features are in the file, and those in the file are declared")
def consistent(book: Book) -> bool:
    holds = {
        "tableOfContents": book.navigation("toc") is not None,
        "structuralNavigation": any(True for _ in book.elements("h2")),
        "ARIA": any(True for e in book.text.iter() if e.get("role")),
        "alternativeText": any(e.get("alt") is not None for e in book.text.iter(f"{H}img")),
        "longDescription": any("aria-details" in e.attrib for e in book.text.iter()),
        "MathML": any(True for _ in book.text.iter(f"{M}math")),
        "pageNavigation": book.navigation("page-list") is not None,
        "pageBreakMarkers": any(e.get("role") == "doc-pagebreak" for e in book.text.iter()),
        "synchronizedAudioText": bool(book.overlays),
        "ttsMarkup": any(name.endswith(".pls") for name in book.files),
    }
    unseen = {"readingOrder", "displayTransformability"}
    there = {feature for feature, is_there in holds.items() if is_there}
    return set(book.meta("schema:accessibilityFeature")) - unseen == there


@item(16, "hazards")
def hazards(book: Book) -> bool:
    return bool(book.meta("schema:accessibilityHazard"))


@item(17, "summary")
def summary(book: Book) -> bool:
    return all(len(text) > 60 for text in book.meta("schema:accessibilitySummary") or [""])


@item(18, "conformance claim and certifier")
def claim(book: Book) -> bool:
    known = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    return book.meta("dcterms:conformsTo") == [known] and bool(book.meta("a11y:certifiedBy"))


@item(19, "contents list the title and all sections")
def contents(book: Book) -> bool:
    links = [said(a) for a in book.navigation("toc").iter(f"{H}a")]
    return links == [book.expected.title, *book.expected.sections]


@item(20, "landmarks")
def landmarks(book: Book) -> bool:
    kinds = {a.get(TYPE) for a in book.navigation("landmarks").iter(f"{H}a")}
    return kinds >= {"cover", "toc", "bodymatter"}


@item(21, "page list and page source")
def page_list(book: Book) -> bool:
    return book.navigation("page-list") is not None and bool(book.meta("pageBreakSource"))


@item(22, "labelled page markers")
def markers(book: Book) -> bool:
    found = [e for e in book.text.iter() if e.get("role") == "doc-pagebreak"]
    listed = [said(a) for a in book.navigation("page-list").iter(f"{H}a")]
    return bool(found) and [e.get("aria-label") for e in found] == listed


@item(23, "NCX with the depth of the contents")
def ncx(book: Book) -> bool:
    root = etree.fromstring(book.files["EPUB/toc.ncx"])
    ns = "{http://www.daisy.org/z3986/2005/ncx/}"
    [depth] = [m.get("content") for m in root.iter(f"{ns}meta") if m.get("name") == "dtb:depth"]
    deepest = max(len(list(p.iterancestors(f"{ns}navPoint"))) for p in root.iter(f"{ns}navPoint"))
    return int(str(depth)) == deepest + 1


@item(24, "cover picture declared in both ways")
def cover(book: Book) -> bool:
    keys = [key for key, i in book.items.items() if "cover-image" in i.get("properties", "")]
    old = [m.get("content") for m in book.opf.iter(f"{O}meta") if m.get("name") == "cover"]
    return len(keys) == 1 and old == keys


@item(25, "cover of at least 1400 px")
def cover_size(book: Book) -> bool:
    return min(Image.open(io.BytesIO(book.files["EPUB/images/cover.jpg"])).size) >= 1400


@item(26, "lang and xml:lang on every document")
def document_languages(book: Book) -> bool:
    pages = [*book.pages.values(), book.nav]
    return all(page.get("lang") == page.get(LANG) == book.expected.lang for page in pages)


@item(27, "a title on every document")
def document_titles(book: Book) -> bool:
    titles = [said(page.find(f"{H}head/{H}title")) for page in book.pages.values()]
    return all(len(text) > 3 and not text.endswith("html") for text in titles)


@item(28, "one h1, the title of the article")
def top_heading(book: Book) -> bool:
    return [said(h1) for h1 in book.text.iter(f"{H}h1")] == [book.expected.title]


@item(29, "section headings kept")
def section_headings(book: Book) -> bool:
    names = [f"{H}h{level}" for level in range(2, 7)]
    found = [said(h) for h in book.text.iter(*names) if "furniture" not in h.get("class", "")]
    return found == list(book.expected.sections)


@item(30, "no heading level skipped")
def levels(book: Book) -> bool:
    names = [f"{H}h{level}" for level in range(1, 7)]
    found = [int(h.tag[-1]) for h in book.text.iter(*names)]
    return all(after <= before + 1 for before, after in itertools.pairwise(found))


@item(31, "every word of the article, in order")
def every_word(book: Book) -> bool:
    rest = iter(re.findall(r"[^\W_]+", reading(book.text).casefold()))
    return all(word in rest for word in book.expected.words)


def reading(element: Any) -> str:
    """The text with the alternatives where they stand."""
    own = f" {element.get('alt', '')} {element.get('alttext', '')} {element.text or ''}"
    return own + "".join(reading(child) + (child.tail or "") for child in element)


@item(32, "no page chrome")
def chrome(book: Book) -> bool:
    return not re.search(r"Skip links|DragActivate", "".join(book.text.itertext()))


@item(33, "byline in the text")
def byline(book: Book) -> bool:
    return book.expected.byline in said(book.text)


@item(34, "main, article and sections")
def regions(book: Book) -> bool:
    return all(next(book.text.iter(f"{H}{name}"), None) is not None for name in ("main", "article"))
