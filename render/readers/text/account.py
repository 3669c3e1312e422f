"""The account of a reading: every decision, and every word that is not in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from render.model import Author
from render.readers.text.blocks import Block
from render.readers.text.classify import Classified
from render.readers.text.credits import Credit, unsaid
from render.readers.text.rulings import Role
from render.readers.text.segment import Segment, doubtful_runs
from render.readers.text.wrapping import Wrapping
from render.reading import Decision, Dropped

_TOLD = (Role.TITLE, Role.DECK, Role.HEADING, Role.BYLINE, Role.DATE)


def decisions(page: Classified, wrapping: Wrapping | None) -> Iterator[Decision]:
    """What was decided, in the order of the input, the shape of the whole first."""
    if wrapping is not None:
        evidence = f"{wrapping.fit:.0%} of the line breaks fit a width of {wrapping.width}"
        yield Decision("lines", "joined to paragraphs", "hard-wrapped", evidence, wrapping.fit)
    if page.segment is not None:
        yield _extent(page, page.segment)
    for index, block in enumerate(page.blocks):
        ruling = page.rulings[index]
        if ruling.role in _TOLD:
            yield _decision(page, index, ruling.role.value, block.text)
        elif ruling.role is Role.PARAGRAPH and ruling.confidence <= 0.6:
            yield _decision(page, index, "doubtful line kept", block.text)
        if index in page.credits:
            yield from _dates(page.credits[index], page, index)


def dropped(text: str, page: Classified, authors: Sequence[Author]) -> Iterator[Dropped]:
    """What is not in the article, word for word, in the order of the input."""
    for index, block in enumerate(page.blocks):
        ruling = page.rulings[index]
        if ruling.role is Role.CHROME:
            yield Dropped(_exact(text, block), ruling.rule, block.line_begin, block.line_end)
        elif ruling.role in (Role.BYLINE, Role.DATE):
            for words in unsaid(block.text, authors):
                rule = f"{ruling.role}-as-metadata"
                yield Dropped(words, rule, block.line_begin, block.line_end)


def doubts(page: Classified) -> Iterator[tuple[Block, Block, int]]:
    """First and last block, and length, of each run inside the article that may be chrome."""
    paragraphs = page.having(Role.PARAGRAPH)
    for run in doubtful_runs(page.weights, paragraphs):
        yield page.blocks[run.start], page.blocks[run.stop - 1], len(run)


def _extent(page: Classified, segment: Segment) -> Decision:
    """Where the article stands; as sure as its part of all weight that speaks for prose."""
    first, last = page.blocks[segment.begin], page.blocks[segment.end - 1]
    prose = [max(0.0, weight.value) for weight in page.weights]
    share = sum(prose[segment.begin : segment.end]) / (sum(prose) or 1.0)
    value = f"lines {first.line_begin} to {last.line_end}"
    evidence = f"{share:.0%} of the weight of all prose, and what nothing marks as chrome"
    return Decision("article", value, "heaviest-run", evidence, round(share, 2), first.line_begin)


def _decision(page: Classified, index: int, subject: str, value: str) -> Decision:
    ruling = page.rulings[index]
    line = page.blocks[index].line_begin
    return Decision(subject, value, ruling.rule, ruling.evidence, ruling.confidence, line)


def _dates(credit: Credit, page: Classified, index: int) -> Iterator[Decision]:
    line, evidence = page.blocks[index].line_begin, page.blocks[index].text
    for subject, day in (("published", credit.published), ("modified", credit.modified)):
        if day is not None:
            yield Decision(subject, day, "date-line", evidence, credit.confidence, line)


def _exact(text: str, block: Block) -> str:
    """The block as it stood in the input, without the end of its last line."""
    return text[block.lines[0].begin : block.lines[-1].end].strip("\n\v\f\x85\u2028\u2029")
