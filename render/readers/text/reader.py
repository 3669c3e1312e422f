"""The passes in order: bytes, lines, blocks, rulings, article; and the account of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from render.decoding import decode
from render.errors import EmptyArticleError
from render.findings import Finding, Place, Severity
from render.model import Article, Author, Meta
from render.reading import Decision, Dropped, ReadOptions, Reading, Source
from render.readers.text.assemble import inline, make_body
from render.readers.text.blocks import Block, make_blocks
from render.readers.text.credits import Credit, credits_near, read_name
from render.readers.text.headings import rule_headings
from render.readers.text.lines import split_lines
from render.readers.text.opening import find_deck, find_title
from render.readers.text.rulings import Role, Ruling
from render.readers.text.segment import rule_chrome
from render.readers.text.weights import weigh


def sniff(source: Source) -> float:
    """How much the bytes look like plain text: a little, whatever they are."""
    return 0.0 if b"\0" in source.data[:1000] else 0.2


def read(source: Source, options: ReadOptions) -> Reading:
    """The article in a plain text, with every decision and every line left out."""
    decoded = decode(source, options)
    blocks, _ = make_blocks(split_lines(decoded.text))
    weights = weigh(blocks)
    rulings = rule_chrome(blocks, weights)
    kept = [i for i in range(len(blocks)) if rulings[i].role is not Role.CHROME]
    if not kept and not options.keep_all:
        raise EmptyArticleError(
            f"{source.name}: no article text: every line is page chrome",
            hint="use --keep all to keep it",
        )
    title = find_title(blocks, kept)
    if title:
        rulings[kept[0]] = title
        kept = kept[1:]
    near = [*kept[:3], *kept[-3:], *range(kept[-1] + 1, min(len(blocks), kept[-1] + 4))]
    found = credits_near(blocks, near)
    for i, credit in found.items():
        role = Role.BYLINE if credit.authors else Role.DATE
        rulings[i] = Ruling(role, credit.rule, blocks[i].text, credit.confidence)
    body = [i for i in kept if i not in found]
    rulings |= rule_headings(blocks, body)
    headings = [i for i in body if rulings[i].role is Role.HEADING]
    deck = find_deck(blocks, body, headings)
    deck_text = ()
    if deck:
        rulings[body[0]] = deck
        deck_text = inline(blocks[body[0]].text)
        body = body[1:]
    titles = [i for i in range(len(blocks)) if rulings[i].role is Role.TITLE]
    from render.language import guess
    lang = options.lang
    decisions = []
    if lang is None:
        g = guess("\n".join(blocks[i].text for i in body))
        lang = g.lang if g else "und"
    article = Article(
        meta=Meta(
            title=inline(blocks[titles[0]].text) if titles else inline("?"),
            lang=lang,
            deck=deck_text,
            authors=tuple(a for c in found.values() for a in c.authors),
        ),
        body=make_body(blocks, rulings, body),
    )
    dropped = tuple(
        Dropped(decoded.text[b.lines[0].begin:b.lines[-1].end].rstrip("\n"), rulings[i].rule, b.line_begin, b.line_end)
        for i, b in enumerate(blocks) if rulings[i].role is Role.CHROME
    )
    return Reading(article=article, dropped=dropped)
