"""The ignore file: nothing is passed over without a reason, and no entry rots unseen."""

import pytest

from render.errors import UsageError
from render.findings import Finding, Place, Severity
from render.plugins import Verdict
from render.report.ignoring import Rule, ignoring, rules

LINK = Finding(
    "PAGE-151", Severity.WARNING, "«here» says nothing", where=Place("out/a.html", "p-3")
)
OTHER = Finding("PAGE-140", Severity.ERROR, "no alternative", where=Place("out/a.html"))
VERDICT = Verdict("page", "Lisible page", "", "ran", ("out/a.html",), (LINK, OTHER))


def test_an_entry_takes_its_findings_out_and_keeps_the_reason():
    entries = rules(b'[[ignore]]\ncode = "PAGE-151"\nreason = "agreed"\n', "i.toml")

    [verdict], [ignored], notes = ignoring(entries, [VERDICT])

    assert verdict.findings == (OTHER,)
    assert (ignored.finding, ignored.reason) == (LINK, "agreed")
    assert notes == ()


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Rule("PAGE-151", "x"), True),
        (Rule("PAGE-*", "x", file="*.html"), True),
        (Rule("PAGE-151", "x", file="b.html"), False),
        (Rule("PAGE-151", "x", node="p-3", contains="here"), True),
        (Rule("PAGE-151", "x", node="p-4"), False),
        (Rule("PAGE-151", "x", contains="there"), False),
    ],
)
def test_every_part_of_an_entry_must_fit(rule, fits):
    assert rule.fits(LINK) is fits


def test_an_entry_that_fits_nothing_is_noted():
    [verdict], ignored, [note] = ignoring([Rule("PDF-150", "old")], [VERDICT])

    assert verdict == VERDICT
    assert ignored == ()
    assert (note.code, note.severity) == ("IGNORE-001", Severity.NOTE)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[[ignore]]\ncode = "PAGE-151"', "entry 1: the reason is missing"),
        ('[[ignore]]\ncode = "PAGE-151"\nreason = " "', "entry 1: the reason is missing"),
        ('[[ignore]]\nreason = "x"', "entry 1: the code is missing"),
        ('[[ignore]]\ncode = "A"\nreason = "x"\nfiles = "y"', "there is no key 'files'"),
        ('[[ignore]]\ncode = 3\nreason = "x"', "only texts"),
        ("ignore = 3", "something else"),
        ("nonsense", "no TOML"),
    ],
)
def test_a_wrong_ignore_file_is_an_error_that_says_what_to_write(content, said):
    with pytest.raises(UsageError) as caught:
        rules(content.encode(), "i.toml")

    assert said in caught.value.message
    assert "reason" in caught.value.hint
