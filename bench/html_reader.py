"""Measures the HTML reader against pages whose article is known.

    python bench/html_reader.py PAGES.tar.xz [--half 0|1] [--worst N] [--misses KIND]

PAGES holds a folder per page with `source.html`, `expected.html` and
`expected-metadata.json` (the layout of mozilla/readability's test pages). Prints word F1,
recall and precision of structure, metadata accuracy, CPU time per page, and the number
of characters of body text that are neither in the article nor listed as dropped.

The halves are parted by a hash of the pages' names: rules are made looking at half 1 only,
and half 0 is measured at the end. `--misses headings` lists what was missed (-) and what
was given but not expected (+), page by page; `title` and `byline` are kinds too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath

from render.dom import Element, parse_document, parse_fragment
from render.dom.pictures import address
from render.errors import EmptyArticleError
from render.model import (
    Abbr,
    Article,
    Aside,
    Block,
    Cell,
    Code,
    Described,
    Figure,
    Image,
    Inline,
    Item,
    Link,
    Marked,
    Math,
    Note,
    NoteRef,
    Ruby,
    Section,
    Span,
    Table,
    Text,
    Time,
)  # fmt: skip
from render.model.walk import plain_text, walk
from render.readers.html import READER
from render.reading import Reading, ReadOptions, Source

_HEADINGS = {f"h{level}" for level in range(1, 7)}


@dataclass
class Tally:
    """Sums over pages: (found, expected, given) for each kind of structure."""

    f1: dict[str, float] = field(default_factory=dict)
    structure: dict[str, list[int]] = field(default_factory=dict)
    metadata: Counter[str] = field(default_factory=Counter)
    expected_metadata: Counter[str] = field(default_factory=Counter)
    unaccounted: dict[str, int] = field(default_factory=dict)
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    cpu_s: float = 0.0
    pages: int = 0

    def add(self, name: str, kind: str, given: Counter[str], expected: Counter[str]) -> None:
        """Count what of `expected` was given on the page of this name."""
        sums = self.structure.setdefault(kind, [0, 0, 0])
        sums[0] += (given & expected).total()
        sums[1] += expected.total()
        sums[2] += given.total()
        self.misses += [(kind, name, f"- {value}") for value in (expected - given).elements()]
        self.misses += [(kind, name, f"+ {value}") for value in (given - expected).elements()]


def main() -> None:
    """Run over the corpus and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--misses", metavar="KIND")
    arguments = parser.parse_args()
    tally = Tally()
    for name, files in pages(arguments.pages, arguments.half):
        measure(name, files, tally)
    report(tally, arguments.worst)
    for kind, name, miss in tally.misses:
        if kind == arguments.misses:
            print(f"  {name}: {miss[:160]}")


def pages(path: str, half: int | None) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each page's files in order of name."""
    found: dict[str, dict[str, bytes]] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                place = PurePosixPath(member.name)
                found.setdefault(place.parent.name, {})[place.name] = content.read()
    for name in sorted(found):
        if half is None or hashlib.sha256(name.encode()).digest()[0] % 2 == half:
            yield name, found[name]


def measure(name: str, files: dict[str, bytes], tally: Tally) -> None:
    """Read one page and add what it gave to the tally."""
    expected = parse_fragment(files["expected.html"].decode()).root
    begin = time.process_time()
    try:
        reading = READER.read(Source(files["source.html"], name), ReadOptions())
    except EmptyArticleError:
        tally.f1[name] = float(not words(expected.text()))
        tally.pages += 1
        return
    tally.cpu_s += time.process_time() - begin
    tally.pages += 1
    tally.f1[name] = word_f1(
        Counter(article_words(reading.article)), Counter(words(expected.text()))
    )
    structure(name, reading.article, expected, tally)
    metadata(name, reading.article, json.loads(files["expected-metadata.json"]), tally)
    lost = unaccounted(files["source.html"], reading)
    if lost.total():
        tally.unaccounted[name] = lost.total()


def words(text: str) -> list[str]:
    """Words in lower case; characters of scripts without spaces are words."""
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+", text.lower())


def article_words(article: Article) -> list[str]:
    """The words of deck, body and notes, captions and headings included."""
    out: list[str] = words(plain_text(article.meta.deck))
    for block in (*article.body, *article.notes):
        out.extend(words(" ".join(texts(block))))
    return out


def texts(root: Block | Note | Item | Cell | Inline, *, sources: bool = False) -> Iterator[str]:
    """The text that a node shows, and on request the source of formulas; no alternatives."""
    run = ""
    for node in walk(root):
        if isinstance(node, Text):
            run += node.value
        elif isinstance(node, Code):
            yield run
            run = ""
            yield node.value
        elif isinstance(node, Ruby):
            run += node.annotation
        elif isinstance(node, Math):
            run += unescape(re.sub(r"<[^>]+>", "", node.mathml))
            run += (node.latex or "") if sources else ""
        elif not isinstance(node, Marked | Link | Span | Abbr | Time | NoteRef):
            yield run
            run = ""
    yield run


def shown(inlines: Iterable[Inline]) -> str:
    """The text of a heading, without the alternatives of pictures in it."""
    return "".join(part for node in inlines for part in texts(node))


def word_f1(given: Counter[str], expected: Counter[str]) -> float:
    """F1 over bags of words."""
    if not given or not expected:
        return float(given == expected)
    same = (given & expected).total()
    return 2 * same / (given.total() + expected.total())


def structure(name: str, article: Article, expected: Element, tally: Tally) -> None:
    """Compare headings, alternatives, links, items, captions, cells, languages, sources."""
    nodes = [n for root in (*article.body, *article.notes) for n in walk(root)]
    elements = list(expected.elements())
    images = [n for n in nodes if isinstance(n, Image)]
    given = {
        "headings": [shown(n.heading) for n in nodes if isinstance(n, Section | Aside)],
        "alts": [n.alt.text for n in images if isinstance(n.alt, Described)]
        + [in_line(n.alt) for n in nodes if isinstance(n, Math)],
        "links": [
            plain_text(n.children) for n in nodes if isinstance(n, Link) and n.href[0] != "#"
        ],
        "items": [squeeze(" ".join(texts(n))) for n in nodes if isinstance(n, Item | Note)],
        "captions": [
            plain_text(n.caption) + plain_text(getattr(n, "credit", ()))
            for n in nodes
            if isinstance(n, Figure | Table)
        ],
        "cells": [squeeze(" ".join(texts(n))) for n in nodes if isinstance(n, Cell)],
        "th": [squeeze(" ".join(texts(n))) for n in nodes if isinstance(n, Cell) and n.header],
        "lang": [n.lang.lower() for n in nodes if n.lang],
        "images": [key(a.href or "data") for a in article.assets],
    }
    wanted = {
        "headings": [e.text() for e in elements if e.tag in _HEADINGS and e.text()],
        "alts": [in_line(e.get("alt")) for e in elements if e.tag == "img" and e.get("alt")],
        "links": [e.text() for e in elements if e.tag == "a" and _leads_out(e) and e.text()],
        "items": [e.text() for e in elements if e.tag == "li" and e.text()],
        "captions": [e.text() for e in elements if e.tag in {"figcaption", "caption"} and e.text()],
        "cells": [e.text() for e in elements if e.tag in {"td", "th"} and e.text()],
        "th": [e.text() for e in elements if e.tag == "th" and e.text()],
        "lang": [e.get("lang").lower() for e in elements if e.get("lang")],
        "images": sorted({key(address(e) or e.get("src")) for e in elements if e.tag == "img"}),
    }
    for kind, values in wanted.items():
        tally.add(name, kind, bag(given[kind]), bag(values))


def in_line(formula: str) -> str:
    """LaTeX without the size that it is shown in: pictures and MathML of a formula differ in it."""
    return formula.replace("\\displaystyle", "")


def _leads_out(element: Element) -> bool:
    """Links to notes become note calls, so links inside the page are not compared."""
    return bool(element.get("href")) and not element.get("href").startswith("#")


def bag(values: Iterable[str]) -> Counter[str]:
    """Values without white space and case, empty ones left out."""
    return Counter(value for value in (squeeze(v).lower() for v in values) if value)


def squeeze(text: str) -> str:
    """Letters and digits only: spacing and punctuation are compared elsewhere."""
    return re.sub(r"[\W_]+", "", text)


def key(href: str) -> str:
    """The last part of an address, the same for relative and absolute ones."""
    return "data" if href.startswith("data:") else href.split("?", maxsplit=1)[0].rsplit("/", 1)[-1]


def metadata(name: str, article: Article, expected: dict[str, str | None], tally: Tally) -> None:
    """Compare title, byline and language where the page has them."""
    given = {
        "title": plain_text(article.meta.title),
        "headline": plain_text(article.meta.title),
        "byline": ", ".join(author.name for author in article.meta.authors),
        "lang": article.meta.lang,
    }
    same: dict[str, Callable[[str, str], bool]] = {
        "title": lambda one, other: squeeze(one).lower() == squeeze(other).lower(),
        "headline": is_headline,
        "byline": lambda one, other: bool(one) and squeeze(one).lower() in squeeze(other).lower(),
        "lang": lambda one, other: one.lower() == other.lower(),
    }
    for kind, value in given.items():
        wanted = expected.get("title" if kind == "headline" else kind)
        if wanted:
            tally.expected_metadata[kind] += 1
            tally.metadata[kind] += same[kind](value, wanted)
            if not same[kind](value, wanted):
                tally.misses.append((kind, name, f"{value!r} for {wanted!r}"))


def is_headline(given: str, expected: str) -> bool:
    """Whether a title is the expected one, or all of it up to a dash or bar.

    Half of the titles that differ are expected with the name of a site, a section or an
    author behind a headline that the page shows without.
    """
    begins = [expected[: match.start()] for match in re.finditer(r"_|\s[-–—|]\s", expected)]
    return squeeze(given).lower() in {squeeze(title).lower() for title in (expected, *begins)}


def unaccounted(source: bytes, reading: Reading) -> Counter[str]:
    """Characters of body text that are neither in the article nor listed as dropped."""
    from render.decoding import decode
    from render.readers.html.charset import declared_encoding

    options = ReadOptions(encoding=declared_encoding(source))
    tree = parse_document(decode(Source(source, "page"), options).text)
    body = tree.root.find("body") or tree.root
    left = characters("".join(body.texts()))
    article = reading.article
    kept = [
        plain_text(article.meta.title),
        plain_text(article.meta.deck),
        article.meta.kicker or "",
    ]
    for block in (*article.body, *article.notes):
        kept.extend(texts(block, sources=True))
    return left - characters("".join(kept)) - characters("".join(d.text for d in reading.dropped))


def characters(text: str) -> Counter[str]:
    """Characters, white space left out."""
    return Counter("".join(text.split()))


def report(tally: Tally, worst: int) -> None:
    """Print the table."""
    print(f"pages {tally.pages}   word F1 {sum(tally.f1.values()) / tally.pages:.4f}", end="   ")
    print(f"CPU {tally.cpu_s / tally.pages * 1000:.1f} ms/page")
    for kind, (found, expected, given) in tally.structure.items():
        recall = 100 * found / expected if expected else 100.0
        precision = 100 * found / given if given else 100.0
        print(f"{kind:9} recall {recall:5.1f}  precision {precision:5.1f}  ({found}/{expected})")
    for kind, count in tally.expected_metadata.items():
        print(
            f"{kind:9} {100 * tally.metadata[kind] / count:5.1f}  ({tally.metadata[kind]}/{count})"
        )
    print(f"characters unaccounted for: {sum(tally.unaccounted.values())}", tally.unaccounted or "")
    for name, value in sorted(tally.f1.items(), key=lambda item: item[1])[:worst]:
        print(f"  {value:.3f} {name}")


if __name__ == "__main__":
    main()
