"""The passes in order: bytes, lines, blocks, roles, article."""

from __future__ import annotations

from collections.abc import Iterator

from render.decoding import decode
from render.errors import EmptyArticleError
from render.findings import Finding, Place, Severity
from render.language import Settled, direction, settle
from render.model import Article, Author, Meta
from render.readers.text.account import decisions, doubts, dropped
from render.readers.text.assemble import inline, make_body
from render.readers.text.blocks import make_blocks
from render.readers.text.classify import Classified, classify
from render.readers.text.given import given_authors
from render.readers.text.headline import settle_deck, settle_title
from render.readers.text.lines import split_lines
from render.readers.text.rulings import Role
from render.readers.text.vocabulary import vocabulary
from render.readers.text.weights import is_navigation
from render.reading import Decision, Reading, ReadOptions, Source

# How much of each end is looked at for page chrome.
_END_BYTES = 600


def sniff(source: Source) -> float:
    """How much the bytes look like a paste: a little, whatever they are, and more with chrome."""
    ends = (source.data[:_END_BYTES], source.data[-_END_BYTES:])
    lines = [line for end in ends for line in end.decode("utf-8", "ignore").splitlines()]
    words = vocabulary()
    return 0.5 if any(len(x) <= 60 and is_navigation(x, words) for x in lines if x) else 0.2


def read(source: Source, options: ReadOptions) -> Reading:
    """The article in a plain text, with every decision and every line left out.

    Raises EmptyArticleError where nothing is article text, and what decoding raises.
    """
    decoded = decode(source, options)
    blocks, wrapping = make_blocks(split_lines(decoded.text))
    page = classify(blocks, options)
    if not page.having(Role.TITLE, Role.DECK) and not page.body:
        raise EmptyArticleError(
            f"{source.name}: no article text: every line is page chrome",
            hint="keep it all the same with --keep all",
        )
    headline = settle_title(page, options, source.name)
    authors = _authors(page, options)
    text = "\n".join(page.blocks[index].text for index in page.body)
    language = settle(options.lang, text or headline.text, file=source.name)
    article = Article(
        meta=Meta(
            title=inline(headline.text),
            lang=language.lang,
            dir="rtl" if direction(language.lang) == "rtl" else None,
            deck=settle_deck(page, options),
            authors=authors,
            published=_first(credit.published for credit in page.credits.values()),
            modified=_first(credit.modified for credit in page.credits.values()),
        ),
        body=make_body(page),
    )
    return Reading(
        article=article,
        decisions=(*headline.decisions, _language_decision(language), *decisions(page, wrapping)),
        dropped=tuple(dropped(decoded.text, page, authors)),
        findings=(
            *decoded.findings,
            *language.findings,
            *headline.findings,
            *_findings(page, source.name),
        ),
    )


def _language_decision(language: Settled) -> Decision:
    evidence = "given by the user"
    if language.how != "declared":
        evidence = f"probability {language.probability:.2f}, from the text"
    return Decision("language", language.lang, language.how, evidence, language.probability)


def _authors(page: Classified, options: ReadOptions) -> tuple[Author, ...]:
    if options.byline is not None:
        return given_authors(options.byline)
    return tuple(author for credit in page.credits.values() for author in credit.authors)


def _first(days: Iterator[str | None]) -> str | None:
    return next((day for day in days if day is not None), None)


def _findings(page: Classified, file: str) -> Iterator[Finding]:
    for index, credit in page.credits.items():
        if credit.unreadable is not None:
            yield Finding(
                "TEXT-003",
                Severity.WARNING,
                f"'{credit.unreadable}' is no date, or could be two; the line stays text",
                hint="write the month as a word, or the date as 2026-05-31",
                where=Place(file=file, line=page.blocks[index].line_begin),
            )
    for first, last, count in doubts(page):
        yield Finding(
            "TEXT-004",
            Severity.NOTE,
            f"{count} short lines inside the article look like page chrome; they were kept",
            hint="delete them from the input if they are none of the article",
            where=Place(file=file, line=first.line_begin, detail=f"to line {last.line_end}"),
        )
