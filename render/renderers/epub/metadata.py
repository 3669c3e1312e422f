"""What the package says about the article: Dublin Core, roles and the identifier."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from render.model import Article, Author, Meta
from render.model.walk import plain_text
from render.renderers.epub.entries import Entry, dc

# https://www.loc.gov/marc/relators/, for the roles that bylines name
_RELATORS = {
    "author": "aut",
    "editor": "edt",
    "illustrator": "ill",
    "interviewer": "ivr",
    "narrator": "nrt",
    "photographer": "pht",
    "translator": "trl",
}
_URI = re.compile(r"(?:urn:[a-z0-9][a-z0-9-]+:|https?://)\S+", re.IGNORECASE)
# The forms that W3CDTF allows; EPUBCheck warns of any other (OPF-053).
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")


def identifier(article: Article) -> str:
    """The unique identifier, always a URI.

    It is the one given, else one made from the address, else one made from the content.
    """
    given = (article.meta.identifier or "").strip()
    if _URI.fullmatch(given):
        return given
    digits = given.replace("-", "").replace(" ", "")
    if re.fullmatch(r"97[89]\d{10}", digits):
        return f"urn:isbn:{digits}"
    if article.meta.canonical_url:
        return uuid.uuid5(uuid.NAMESPACE_URL, article.meta.canonical_url).urn
    digest = hashlib.sha256(msgspec.json.encode(article, order="deterministic")).hexdigest()
    return uuid.uuid5(uuid.NAMESPACE_OID, digest).urn


def modified(text: str) -> datetime:
    """The moment in UTC, to the second, from an ISO 8601 date or date-time."""
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(microsecond=0)


def entries(article: Article) -> tuple[Entry, ...]:
    """Everything but the identifier, the language and what is said about accessibility."""
    meta = article.meta
    return (
        dc("title", one_line(plain_text(meta.title))),
        *_people(meta.authors),
        *(entry for entry in _publication(meta) if entry.value),
        *(dc("subject", keyword) for keyword in dict.fromkeys(_subjects(meta)) if keyword),
    )


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _people(authors: tuple[Author, ...]) -> Iterator[Entry]:
    for number, author in enumerate(authors, start=1):
        key = f"creator-{number}"
        relator = _RELATORS.get((author.role or "author").lower())
        kind = "creator" if relator in {"aut", "ivr"} else "contributor"
        yield dc(kind, one_line(author.name), key)
        if relator:
            yield Entry("role", relator, refines=key, scheme="marc:relators")
        if author.sort_name:
            yield Entry("file-as", one_line(author.sort_name), refines=key)
        yield Entry("display-seq", str(number), refines=key)


def _publication(meta: Meta) -> Iterator[Entry]:
    yield dc("publisher", one_line(meta.publisher or ""))
    yield dc("date", _date(meta.published))
    yield dc("description", one_line(plain_text(meta.deck)))
    yield dc("source", one_line(meta.source or meta.canonical_url or ""))
    yield dc("rights", one_line(" ".join(filter(None, (meta.rights, meta.licence)))))
    yield dc("type", "article")
    yield dc("coverage", one_line(meta.place or ""))


def _subjects(meta: Meta) -> Iterator[str]:
    yield one_line(meta.section or "")
    yield from (one_line(keyword) for keyword in meta.keywords)


def _date(text: str | None) -> str:
    if text is None or not _DATE.fullmatch(text):
        # A date-time without a zone is a date for everyone but its author.
        return _date(text[:10]) if text and len(text) > 10 else ""
    try:
        date.fromisoformat(
            f"{text[:10]}{'-01-01'[len(text[:10]) - 10 :] if len(text) < 10 else ''}"
        )
    except ValueError:
        return ""
    return text
