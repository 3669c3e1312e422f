"""Dates as writers give them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?")
_COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?:T?(\d{2}):?(\d{2}))?.*")
_LENGTH_LIMIT = 60


def iso_date(written: str) -> str | None:
    """An ISO 8601 date or date-time, or None when `written` is no date that exists.

    Understands ISO 8601, `2026/03/31`, `20260331` and the dates of mails
    (`Tue, 31 Mar 2026 08:00:00 +0000`). Never guesses which of two numbers is the month.
    """
    text = written.strip()
    if not text or len(text) > _LENGTH_LIMIT:
        return None
    year = _YEAR.fullmatch(text)
    if year:
        return text if year[1] != "0000" and 1 <= int(year[2] or 1) <= 12 else None
    return _iso(text) or _compact(text) or _mail(text)


def _iso(text: str) -> str | None:
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    try:
        return _moment(text) if ":" in text else date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    try:
        # Outputs give their date in UTC, which has no year 0 and no year 10000 here.
        moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError as error:
        raise ValueError from error
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _compact(text: str) -> str | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    # Loads sockets and more, for a form of date that is rare.
    from email.utils import parsedate_to_datetime

    try:
        return _moment(parsedate_to_datetime(text).isoformat())
    except (ValueError, IndexError, TypeError):
        return None
