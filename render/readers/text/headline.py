"""The title and deck of the article: given, found, or made from the first words."""

from __future__ import annotations

from dataclasses import dataclass

from render.findings import Finding, Place, Severity
from render.model import Inline
from render.readers.text.assemble import inline
from render.readers.text.classify import Classified
from render.readers.text.rulings import Role
from render.reading import Decision, ReadOptions

# What library catalogues and file managers show of a title at most.
_LONG_TITLE = 250
_FIRST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of the article, and what is to say about it."""

    text: str
    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()


def settle_title(page: Classified, options: ReadOptions, file: str) -> Headline:
    """The title the user gives, else the one found, else the first words of the text."""
    given = " ".join((options.title or "").split())
    found = page.having(Role.TITLE)
    if given:
        title = page.blocks[found[0]].text if found else given
        told = () if found else (Decision("title", given, "given-by-user", "option", 1.0),)
        return Headline(title, told, _judge(title, file))
    if found:
        title = page.blocks[found[0]].text
        return Headline(title, (), _judge(title, file))
    return _first_words(page, file)


def settle_deck(page: Classified, options: ReadOptions) -> tuple[Inline, ...]:
    """The deck the user gives, else the one found, else nothing."""
    found = page.having(Role.DECK)
    if found:
        return inline(page.blocks[found[0]].text)
    given = " ".join((options.deck or "").split())
    return inline(given) if given else ()


def _first_words(page: Classified, file: str) -> Headline:
    text = page.blocks[page.having(Role.DECK, Role.PARAGRAPH, *_OTHER)[0]].text
    title = text
    if len(text) > _FIRST_WORDS:
        title = text[:_FIRST_WORDS].rsplit(maxsplit=1)[0].rstrip(",;:") + "…"
    decision = Decision("title", title, "first-words", "no line at the top is a title", 0.2)
    finding = Finding(
        "TEXT-001",
        Severity.WARNING,
        f"no title found; the first words stand for it: '{title}'",
        hint="give one with --title",
        where=Place(file=file),
    )
    return Headline(title, (decision,), (finding,))


_OTHER = (Role.HEADING, Role.VERSE, Role.BYLINE, Role.DATE)


def _judge(title: str, file: str) -> tuple[Finding, ...]:
    problem = ""
    if len(title) > _LONG_TITLE:
        problem = f"the title has {len(title):,} characters"
    elif not any(map(str.isalnum, title)):
        problem = f"the title '{title}' has no letter or digit"
    if not problem:
        return ()
    hint = "give a title that says what the article is about, with --title"
    return (Finding("TEXT-002", Severity.WARNING, problem, hint, Place(file=file)),)
