"""Dates as writers give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.dates import iso_date

DATES = {
    "2026-03-31": "2026-03-31",
    " 2026/03/31 ": "2026-03-31",
    "20260331": "2026-03-31",
    "2026-03": "2026-03",
    "2026": "2026",
    "2026-03-31T08:00:00.123Z": "2026-03-31T08:00:00Z",
    "2026-03-31T08:00:00+0200": "2026-03-31T08:00:00+02:00",
    "2026-03-31 08:00": "2026-03-31T08:00:00",
    "Tue, 31 Mar 2026 08:00:00 +0000": "2026-03-31T08:00:00Z",
    "31/02/2026": None,
    "03/04/2026": None,
    "99999-99-99": None,
    "2026-13": None,
    "2026-02-30": None,
    # In UTC these are in the year 0 and the year 10000.
    "0001-01-01T00:00:00+01:00": None,
    "9999-12-31T23:59:59-05:00": None,
    "0001-01-01T00:00:00-01:00": "0001-01-01T00:00:00-01:00",
    "soon": None,
    "": None,
}


@pytest.mark.parametrize(("written", "expected"), DATES.items(), ids=[repr(key) for key in DATES])
def test_dates_that_exist_become_iso_and_others_none(written, expected):
    assert iso_date(written) == expected


@given(st.text(max_size=80))
def test_no_text_raises(written):
    found = iso_date(written)
    assert found is None or iso_date(found) == found
