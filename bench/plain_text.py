"""Measures the plain-text reader on real pages, flattened as a careless paste flattens them.

    python bench/plain_text.py readability-pages.tar.xz [--half tune|report] [--worst 10]

The pages are `test/test-pages` of mozilla/readability (Apache-2.0; the page texts belong
to their publishers): `source.html` is a page as published, `expected.html` what
Readability.js keeps of it. They are read from the archive named, and never copied here.

Each source page becomes lines of text without blank lines, one for each block element.
A line is article where the longest common subsequence with the lines of the expected page
says so, and a heading where it stands in h1 to h6 there. The thresholds of the reader were
set on the half called `tune` (pages whose name has an even CRC-32), never on `report`.
"""

from __future__ import annotations

import argparse
import tarfile
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from render.errors import EmptyArticleError
from render.model import Section
from render.readers.text import READER
from render.reading import ReadOptions, Source

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr nobr img picture source".split()
)
_HIDDEN = frozenset("script style noscript template svg head iframe object select textarea".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines, and which of them are article and heading."""

    name: str
    lines: tuple[str, ...]
    article: frozenset[int]
    headings: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """What one method made of one page."""

    page: Page
    kept: frozenset[int]
    headings: frozenset[int]


def main() -> None:
    """Print the table for the reader and two baselines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--half", choices=["tune", "report"])
    parser.add_argument("--worst", type=int, default=0)
    arguments = parser.parse_args()
    pages = [
        page
        for page in load(arguments.archive)
        if arguments.half is None or half_of(page.name) == arguments.half
    ]
    print(
        f"{len(pages)} pages, {sum(len(page.lines) for page in pages)} lines, "
        f"{sum(len(page.article) for page in pages)} of article, "
        f"{sum(len(page.headings) for page in pages)} headings"
    )
    print(f"{'':24} line F1 (P, R)         char F1 micro, macro   heading P, R")
    methods: dict[str, Callable[[Page], Score]] = {
        "keep everything": keep_everything,
        "lines of 80 characters": keep_long_lines,
        "Lisible": read_page,
    }
    scores: list[Score] = []
    for name, method in methods.items():
        scores = [method(page) for page in pages]
        print(f"{name:24} {summary(scores)}")
    print_worst(scores, arguments.worst)
    print(f"articles pasted without chrome: {left_out(pages):.2%} of their characters left out")


def half_of(name: str) -> str:
    """The half of the corpus a page belongs to."""
    return "report" if zlib.crc32(name.encode()) % 2 else "tune"


def load(archive: Path) -> Iterator[Page]:
    """The pages whose expected text is found in the source text."""
    with tarfile.open(archive) as tar:
        files = {member.name: member for member in tar.getmembers() if member.isfile()}
        for name in sorted(files):
            if not name.endswith("/source.html"):
                continue
            folder = name.removesuffix("/source.html")
            source, expected = (
                read_member(tar, files[f"{folder}/{part}.html"]) for part in ("source", "expected")
            )
            page = make_page(folder.rsplit("/", 1)[-1], source, expected)
            if page is not None:
                yield page


def read_member(tar: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    """The text of a file of the archive."""
    handle = tar.extractfile(member)
    if handle is None:
        raise SystemExit(f"{member.name} cannot be read")
    return handle.read().decode("utf-8", errors="replace")


def make_page(name: str, source: str, expected: str) -> Page | None:
    """The page with its truth; None where less than half of the truth is in the source."""
    lines = [text for text, _ in flatten(source)]
    truth = list(flatten(expected))
    pairs = longest_common(lines, [text for text, _ in truth])
    characters = sum(len(text) for text, _ in truth)
    if not truth or sum(len(lines[i]) for i, _ in pairs) < characters / 2:
        return None
    return Page(
        name,
        tuple(lines),
        frozenset(i for i, _ in pairs),
        frozenset(i for i, j in pairs if truth[j][1]),
    )


def flatten(html: str) -> Iterator[tuple[str, bool]]:
    """The lines of a page, and whether each is a heading."""
    body = LexborHTMLParser(html).body
    if body is None:
        return
    parts: list[str] = []
    heading = False
    for piece, is_heading in pieces(body, heading=False):
        if piece is not None:
            parts.append(piece)
            heading = heading or is_heading
            continue
        text = " ".join(unicodedata.normalize("NFC", "".join(parts)).split())
        if text:
            yield text, heading
        parts, heading = [], False


def pieces(node: LexborNode, *, heading: bool) -> Iterator[tuple[str | None, bool]]:
    """Runs of text, and None where a line ends."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield child.text_content or "", heading
        elif tag in _HIDDEN:
            continue
        elif tag in _INLINE:
            yield from pieces(child, heading=heading)
        else:
            yield None, False
            yield from pieces(child, heading=heading or tag in _HEADINGS)
            yield None, False


def longest_common(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence, weighted by length, as pairs of indices."""
    width = len(other) + 1
    table = [[0] * width for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        row, below, text = table[i], table[i + 1], one[i]
        weight = len(text) + 1
        for j in range(len(other) - 1, -1, -1):
            best = max(row[j + 1], below[j])
            if text == other[j]:
                best = max(best, below[j + 1] + weight)
            row[j] = best
    pairs = []
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j] and table[i][j] == table[i + 1][j + 1] + len(one[i]) + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i][j] == table[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def keep_everything(page: Page) -> Score:
    """Baseline: every line is article."""
    return Score(page, frozenset(range(len(page.lines))), frozenset())


def keep_long_lines(page: Page) -> Score:
    """Baseline: lines of 80 characters and more are article."""
    kept = (index for index, line in enumerate(page.lines) if len(line) >= 80)
    return Score(page, frozenset(kept), frozenset())


def read_page(page: Page) -> Score:
    """The reader, called as any user calls it."""
    source = Source("\n".join(page.lines).encode(), page.name)
    try:
        reading = READER.read(source, ReadOptions())
    except EmptyArticleError:
        return Score(page, frozenset(), frozenset())
    kept = set(range(len(page.lines)))
    for left_out in reading.dropped:
        if left_out.line_begin is not None and left_out.line_end is not None:
            kept -= set(range(left_out.line_begin - 1, left_out.line_end))
    lines = {
        decision.line - 1
        for decision in reading.decisions
        if decision.subject == "heading" and decision.line is not None
    }
    assert len(lines) == count_sections(reading.article.body)
    return Score(page, frozenset(kept), frozenset(lines))


def left_out(pages: list[Page]) -> float:
    """The share of characters lost where only the article's own lines are pasted."""
    clean = [
        Page(page.name, lines, frozenset(range(len(lines))), frozenset())
        for page in pages
        if (lines := tuple(page.lines[i] for i in sorted(page.article)))
    ]
    counts = [character_counts(read_page(page)) for page in clean]
    return 1 - sum(right for right, _, _ in counts) / sum(wanted for _, _, wanted in counts)


def count_sections(blocks: tuple[object, ...]) -> int:
    """How many sections there are, nested ones too."""
    return sum(1 + count_sections(b.children) for b in blocks if isinstance(b, Section))


def summary(scores: list[Score]) -> str:
    """One row of the table."""
    lines = ratios(
        sum(len(s.kept & s.page.article) for s in scores),
        sum(len(s.kept) for s in scores),
        sum(len(s.page.article) for s in scores),
    )
    each = [character_counts(score) for score in scores]
    micro = ratios(*(sum(column) for column in zip(*each, strict=True)))[2]
    macro = sum(ratios(*counts)[2] for counts in each) / len(each)
    heading = ratios(
        sum(len(s.headings & s.page.headings) for s in scores),
        sum(len(s.headings) for s in scores),
        sum(len(s.page.headings) for s in scores),
    )
    return (
        f"{lines[2]:.3f} ({lines[0]:.3f}, {lines[1]:.3f})   {micro:.3f}, {macro:.3f}"
        f"           {heading[0]:.2f}, {heading[1]:.2f}"
    )


def character_counts(score: Score) -> tuple[int, int, int]:
    """Characters right, kept and wanted."""
    size = [len(line) for line in score.page.lines]
    return (
        sum(size[i] for i in score.kept & score.page.article),
        sum(size[i] for i in score.kept),
        sum(size[i] for i in score.page.article),
    )


def ratios(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def print_worst(scores: list[Score], count: int) -> None:
    """The pages read worst, by characters."""
    for score in sorted(scores, key=lambda s: ratios(*character_counts(s))[2])[:count]:
        precision, recall, mean = ratios(*character_counts(score))
        print(f"    {score.page.name:40} {mean:.3f} ({precision:.3f}, {recall:.3f})")


if __name__ == "__main__":
    main()
