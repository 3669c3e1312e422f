import pytest

from render.model import Meta, Text
from render.pipeline.dates import modified_time


@pytest.mark.parametrize(
    ("published", "modified", "epoch", "expected"),
    [
        ("2026-03-01", None, None, "2026-03-01T00:00:00Z"),
        ("2026-03-01", "2026-03-02T10:00:00+02:00", 0, "2026-03-02T08:00:00Z"),
        (None, None, 1_000_000_000, "2001-09-09T01:46:40Z"),
        (None, None, None, "1980-01-01T00:00:00Z"),
        ("0001-01-01", None, None, "0001-01-01T00:00:00Z"),
        ("0999-05-05T12:00:00+02:00", None, None, "0999-05-05T10:00:00Z"),
        (None, None, 253_402_300_799, "9999-12-31T23:59:59Z"),
        ("next week", None, None, "1980-01-01T00:00:00Z"),
    ],
)
def test_the_time_comes_from_the_article_then_the_environment(published, modified, epoch, expected):
    meta = Meta(title=(Text(value="T"),), lang="en", published=published, modified=modified)

    assert modified_time(meta, epoch) == expected
