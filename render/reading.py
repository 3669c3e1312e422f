"""What a reader is given and what it gives back: the article and every decision behind it."""

from dataclasses import dataclass

from render.findings import Finding
from render.model import Article


@dataclass(frozen=True, slots=True)
class Source:
    """The raw input: its bytes and the name to call it by in messages.

    `media_type` is empty when nobody said; readers then go by the name and the bytes.
    """

    data: bytes
    name: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the input; each value overrides a guess.

    `keep_all` leaves nothing out; `select` is a CSS selector for the article in a
    page; `encoding_errors` is `strict` or `replace`.
    """

    title: str | None = None
    deck: str | None = None
    byline: str | None = None
    lang: str | None = None
    keep_all: bool = False
    select: str | None = None
    encoding: str | None = None
    encoding_errors: str = "strict"


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a reader decided: what, by which rule, on which evidence.

    `confidence` runs from 0 to 1; `line` counts from 1.
    """

    subject: str
    value: str
    rule: str
    evidence: str
    confidence: float
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Input text left out of the article, word for word, and the rule that removed it.

    Lines count from 1 in the decoded input; `line_end` is the last line, inclusive.
    """

    text: str
    rule: str
    line_begin: int | None = None
    line_end: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the account of how it was read."""

    article: Article
    decisions: tuple[Decision, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()
