import json

from selectolax.lexbor import LexborHTMLParser

from render.findings import Finding, Place, Severity
from render.plugins import CheckedFile, Verdict
from render.reading import Decision, Dropped
from render.report import Report, file_facts, report_json, report_page
from render.report.page import summary

REPORT = Report(
    generator="lisible 1",
    source="a.txt",
    title="</title><script>alert(1)</script>",
    lang="ar",
    files=file_facts([CheckedFile("a.html", "text/html", b"page")]),
    verdicts=(
        Verdict(
            "words",
            "Words",
            "1",
            "ran",
            ("a.html",),
            (
                Finding(
                    "WORDS-001",
                    Severity.ERROR,
                    "words missing: «x»",
                    where=Place("a.html", node="p-1"),
                ),
            ),
        ),
        Verdict("ace", "Ace", "", "absent", ("a.epub",), (), "not here"),
    ),
    findings=(Finding("LANG-002", Severity.NOTE, "guessed"),),
    decisions=(Decision("title", "T", "first block", "short", 0.9, 3),),
    dropped=(Dropped("Home\n", "navigation", 1, 1),),
)


def test_the_page_says_everything_and_runs_nothing():
    page = LexborHTMLParser(report_page(REPORT).decode())

    assert page.css("script") == []
    titles = [title.text() for title in page.css("title")]
    assert titles == ["Report on </title><script>alert(1)</script> – Lisible"]
    text = " ".join(page.css("body")[0].text().split())
    for part in (
        "words missing: «x»",
        "a.html #p-1",
        "guessed",
        "first block: short",
        "90 %",
        "Home",
        "line 1",
        "failed with 1 error",
        "not run: not here",
        "4 B",
    ):
        assert part in text


def test_the_gravest_finding_comes_first():
    assert [finding.code for finding in REPORT.everything] == ["WORDS-001", "LANG-002"]


def test_the_summary_is_one_sentence():
    assert summary(REPORT) == "1 check ran on 1 file and found 1 error and 1 note."


def test_the_json_has_every_part_and_is_the_same_twice():
    content = json.loads(report_json(REPORT))

    assert content["findings"][0]["severity"] == "error"
    assert content["checks"][1]["state"] == "absent"
    assert content["dropped"] == [
        {"text": "Home\n", "rule": "navigation", "line_begin": 1, "line_end": 1}
    ]
    assert report_json(REPORT) == report_json(REPORT)
