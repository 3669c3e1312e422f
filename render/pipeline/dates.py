"""The one date of an output that is not the article's own."""

from datetime import UTC, date, datetime

from render.model import Meta

# The earliest time a ZIP archive can hold, which is what an EPUB is.
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)


def modified_time(meta: Meta, source_date_epoch: int | None) -> str:
    """When the article was last modified, as `YYYY-MM-DDTHH:MM:SSZ`, never from the clock.

    The article's own date wins, then SOURCE_DATE_EPOCH (seconds), then 1980: the
    same input gives the same bytes.
    """
    moment = _parsed(meta.modified) or _parsed(meta.published)
    if moment is None and source_date_epoch is not None:
        moment = datetime.fromtimestamp(source_date_epoch, UTC)
    # Not strftime, which writes the year 999 in three digits.
    return (moment or _UNDATED).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _parsed(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 (zone set below)
    # A date without a zone is read as UTC: any other choice would depend on the machine.
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
