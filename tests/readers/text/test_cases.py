"""Cases as data: a paste, and the outline it must give."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from render.language import guess
from render.model import Author, Block, List, Paragraph, Quote, Section, Verse
from render.model.walk import plain_text
from render.readers.text import READER
from render.reading import Reading, ReadOptions, Source

CASES = Path(__file__).parent / "cases"


def load(path: Path) -> Iterator[tuple[str, str, str]]:
    """The title, input and expected outline of each case of a file."""
    for case in path.read_text("utf-8").split("=== ")[1:]:
        title, rest = case.split("\n", 1)
        given, expected = rest.split("\n--- expected\n")
        yield title, given, expected.strip()


def outline(reading: Reading) -> str:
    """An article on few lines, long texts cut at 59 characters."""
    meta = reading.article.meta
    lines = [f"title: {plain_text(meta.title)}"]
    lines += [f"deck: {cut(plain_text(meta.deck))}"] if meta.deck else []
    lines += [f"by: {'; '.join(map(author, meta.authors))}"] if meta.authors else []
    lines += [f"published: {meta.published}"] if meta.published else []
    lines += [f"modified: {meta.modified}"] if meta.modified else []
    lines += [f"lang: {meta.lang}" + (f" {meta.dir}" if meta.dir else "")]
    lines += [line for block in reading.article.body for line in outline_block(block)]
    lines += [f"~ {left_out.line_begin} {left_out.text}" for left_out in reading.dropped]
    lines += [f"! {found.code}" for found in reading.findings if not found.code.startswith("LANG")]
    return "\n".join(lines)


def author(author: Author) -> str:
    kind = " (organisation)" if author.kind == "organisation" else ""
    return author.name + kind + (f", {author.role}" if author.role else "")


def outline_block(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield f"# {plain_text(block.heading)}"
            for child in block.children:
                yield from outline_block(child)
        case List():
            for number, item in enumerate(block.items, start=block.start or 1):
                mark = f"{number}." if block.ordered else "-"
                yield f"{mark} {cut(paragraph_text(item.children[0]))}"
        case Quote():
            for child in block.children:
                yield f"> {cut(paragraph_text(child))}"
        case Verse():
            yield from (f"| {plain_text(line.children)}" for line in block.lines)
        case Paragraph():
            yield f"p {cut(paragraph_text(block))}"


def paragraph_text(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return plain_text(block.children)


def cut(text: str) -> str:
    return text if len(text) <= 61 else text[:59] + "…"


@pytest.fixture(scope="module", autouse=True)
def model_of_languages() -> None:
    """The second opinion on a language costs a second to load, once for all cases."""
    guess("Старый трамвай снова вышел на кольцевую линию, и каждую деталь делали заново.")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(given, expected, id=f"{path.stem}: {title}")
        for path in sorted(CASES.glob("*.txt"))
        for title, given, expected in load(path)
    ],
)
def test_paste_gives_outline(given, expected):
    reading = READER.read(Source(given.encode(), "paste.txt"), ReadOptions())

    assert outline(reading) == expected
