"""The report of a batch: causes over articles, the most costly first."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from render import plugins
from render.batch.causes import batch_report, batch_report_json
from render.batch.page import batch_report_page, batch_report_text
from render.batch.values import FormatFailure, Found, Receipt
from render.checks.page import CHECK
from render.plugins import CheckedFile, Subject


def _receipt(number, state="done", failures=(), findings=()):
    return Receipt(
        id=f"{number}.txt",
        name=str(number),
        state=state,
        attempt=1,
        input_sha256="",
        fingerprint="",
        failures=failures,
        findings=findings,
        stages={"read": 0.1, "pdf": float(number)},
        seconds=1.0,
    )


RECEIPTS = (
    *(
        _receipt(
            n, "failed", (FormatFailure("", "InputError", f"{n}.txt: byte {n} of 'x{n}' is odd"),)
        )
        for n in range(3)
    ),
    _receipt(3, "partial", (FormatFailure("pdf", "EngineError", "stopped after 120 s", "wait"),)),
    *(_receipt(n, findings=(Found("HTML-001", "warning", 2, "<b> & é"),)) for n in range(4, 14)),
    _receipt(14, findings=(Found("PAGE-002", "error", 1, "bad"), Found("X-1", "note", 1, "so"))),
)


@pytest.fixture(scope="module")
def report():
    return batch_report(RECEIPTS)


def test_what_costs_most_comes_first_and_like_causes_are_one(report):
    assert [(cause.severity, cause.code, cause.articles) for cause in report.causes] == [
        ("failure", "InputError", 3),
        ("failure", "EngineError", 1),
        ("error", "PAGE-002", 1),
        ("warning", "HTML-001", 10),
        ("note", "X-1", 1),
    ]
    assert report.causes[0].examples == ("0.txt", "1.txt", "2.txt")
    assert (report.causes[3].occurrences, len(report.causes[3].examples)) == (20, 5)


def test_articles_and_times_are_counted(report):
    assert (report.articles, report.done, report.partial, report.failed) == (15, 11, 1, 3)
    assert [(stage.stage, stage.slowest) for stage in report.stages] == [
        ("pdf", "14.txt"),
        ("read", "9.txt"),
    ]


def test_the_text_names_each_cause_with_its_articles(report):
    text = batch_report_text(report)

    assert text.startswith("11 of 15 articles made, 1 lack a format, 3 failed.")
    assert "1. failure InputError: 0.txt: byte 0 of 'x0' is odd\n   3 articles: 0.txt," in text
    assert "   10 articles, 20 times: 4.txt" in text


def test_the_json_has_everything(report):
    content = json.loads(batch_report_json(report))

    assert content["format"] == "lisible-batch-report-1"
    assert len(content["causes"]) == 5


def test_the_page_passes_our_own_check_and_its_chart_says_what_its_table_says(report):
    data = batch_report_page(report)
    tree = LexborHTMLParser(data.decode())

    verdict = CHECK.run(Subject((CheckedFile("report.html", "text/html", data),)))

    assert [finding for finding in verdict.findings if finding.severity.label == "error"] == []
    charted = [node.text() for node in tree.css("svg text")]
    rows = [(row.css("th")[0].text(), row.css("td")[1].text()) for row in tree.css("tbody tr")]
    assert charted == [cell for row in rows[:5] for cell in row]
    assert "&lt;b&gt; &amp; é" in data.decode()


@pytest.mark.parametrize(
    "judge",
    [pytest.param(name, marks=pytest.mark.validators(name)) for name in ("axe", "nu")],
)
def test_a_validator_finds_nothing_in_the_page(report, judge):
    page = CheckedFile("report.html", "text/html", batch_report_page(report))

    verdict = plugins.find("checks", judge).run(Subject((page,)))

    assert verdict.state == "ran"
    assert [finding.message for finding in verdict.findings] == []


def test_no_receipts_give_a_report_that_says_so():
    assert batch_report_text(batch_report(())) == "No article has a receipt here.\n"
