"""The passes after the blocks, in order: a role for every block of the input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from render.readers.text.blocks import Block
from render.readers.text.credits import Credit, find_credits, read_credit, unsaid
from render.readers.text.given import apply_given
from render.readers.text.headings import rule_headings
from render.readers.text.opening import Title, find_deck, find_title
from render.readers.text.rulings import Role, Ruling
from render.readers.text.segment import Segment, find_segment, rule_by_segment
from render.readers.text.verse import rule_verse
from render.readers.text.weights import Weight, length_of, weigh
from render.reading import ReadOptions

# Between title and article a shorter line is a caption, a counter or a button.
_SHORTEST_DECK = 60
_DECK_REACH = 6
_FLOW = (Role.PARAGRAPH, Role.HEADING, Role.VERSE)


@dataclass(frozen=True, slots=True)
class Classified:
    """Every block with its weight and its role; `credits` by block.

    `segment` is the run of blocks that weighs most, None where none does.
    """

    blocks: tuple[Block, ...]
    weights: tuple[Weight, ...]
    rulings: Mapping[int, Ruling]
    credits: Mapping[int, Credit]
    segment: Segment | None = None

    def having(self, *roles: Role) -> tuple[int, ...]:
        """The blocks in one of the roles, in order."""
        return tuple(i for i in range(len(self.blocks)) if self.rulings[i].role in roles)

    @property
    def body(self) -> tuple[int, ...]:
        """The blocks of the body, in reading order."""
        return self.having(*_FLOW)


def classify(blocks: tuple[Block, ...], options: ReadOptions) -> Classified:
    """The role of each block, by the passes and by what the user says."""
    weights = weigh(blocks)
    segment = find_segment(weights)
    page = Classified(blocks, weights, rule_by_segment(weights, segment), {}, segment)
    title = find_title(blocks, weights, segment)
    if title is not None:
        page = _ruled(page, _around_title(page, title))
    page = _with_credits(page, title)
    page = _ruled(page, rule_verse(blocks, page.body))
    headings = rule_headings(blocks, page.body, page.having(Role.VERSE))
    page = _ruled(page, {i: ruling for i, ruling in headings.items() if i not in page.credits})
    deck = find_deck(blocks, page.body, page.having(Role.HEADING))
    if deck is not None:
        page = _ruled(page, {page.body[0]: deck})
    page = _ruled(page, apply_given(blocks, page.rulings, options))
    page = replace(page, credits=_credits_left(page))
    return _with_everything(page) if options.keep_all else page


def _ruled(page: Classified, rulings: Mapping[int, Ruling]) -> Classified:
    return replace(page, rulings={**page.rulings, **rulings})


def _around_title(page: Classified, title: Title) -> dict[int, Ruling]:
    """The title, and what stands between a title found above the article and the article."""
    rulings = {title.index: title.ruling}
    first = next(iter(page.body), title.index)
    for index in range(max(title.index + 1, first - _DECK_REACH), first):
        weight = page.weights[index]
        if not weight.navigation and length_of(page.blocks[index].text) >= _SHORTEST_DECK:
            rulings[index] = Ruling(Role.PARAGRAPH, "below-title", weight.evidence, 0.6)
    return rulings


def _with_credits(page: Classified, title: Title | None) -> Classified:
    body = page.body
    if not body:
        return page
    top = title.index + 1 if title is not None else max(0, body[0] - 3)
    head = [*range(top, body[0]), *body[:3]]
    tail = [*body[-3:]]
    tail += takewhile(
        lambda i: not page.weights[i].mark,
        range(body[-1] + 1, min(len(page.blocks), body[-1] + 4)),
    )
    found = find_credits(page.blocks, head, tail, body[-1])
    if len(found) >= len(body):
        return page
    rulings = {
        index: Ruling(
            Role.BYLINE if credit.authors else Role.DATE,
            credit.rule,
            page.blocks[index].text,
            credit.confidence,
        )
        for index, credit in found.items()
        if credit.unreadable is None
    }
    unreadable = {
        index: Ruling(Role.PARAGRAPH, "unreadable-date", page.blocks[index].text, 0.5)
        for index, credit in found.items()
        if credit.unreadable is not None
    }
    return replace(_ruled(page, rulings | unreadable), credits=found)


def _credits_left(page: Classified) -> dict[int, Credit]:
    """The credits after the user's word, a byline that only the user knew among them."""
    return {
        index: page.credits.get(index) or read_credit(page.blocks[index]) or Credit()
        for index in page.having(Role.BYLINE, Role.DATE)
    } | {index: credit for index, credit in page.credits.items() if credit.unreadable}


def _with_everything(page: Classified) -> Classified:
    """Nothing left out: chrome as paragraphs, and the lines that only metadata keeps."""
    back = {
        index: Ruling(Role.PARAGRAPH, "keep-all", page.rulings[index].evidence, 1.0)
        for index in page.having(Role.CHROME, Role.BYLINE, Role.DATE)
        if page.rulings[index].role is Role.CHROME
        or unsaid(page.blocks[index].text, page.credits[index].authors)
    }
    return _ruled(page, back)
