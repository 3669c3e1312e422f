"""The forms of a report: each is well-formed, whole, and honest about what did not run."""

import json
import typing
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from render.checks.page import check_file
from render.cli.check import _REPORTS
from render.findings import Finding, Place, Severity
from render.plugins import CheckedFile, Verdict
from render.report import FORMATS, Ignored, Report, Timing, file_facts

PICTURE = Finding(
    "PAGE-140",
    Severity.ERROR,
    "a picture without an alternative\x00",
    where=Place("dir/a b.html", node="img-1", line=7, detail="<img src=x>"),
)
WORDLESS = Finding("PAGE-151", Severity.WARNING, "«here» does not say", where=Place("dir/a b.html"))
OUTSIDE = Finding(
    "AXE-X", Severity.ERROR, "from elsewhere", tool="axe-core 4", where=Place("b.html")
)
FILES = ("dir/a b.html", "b.html")
REPORT = Report(
    generator="lisible 1",
    source="dir",
    title="",
    lang="",
    files=file_facts([CheckedFile(name, "text/html", b"page") for name in FILES]),
    verdicts=(
        Verdict("page", "Lisible page", "", "ran", FILES, (PICTURE,)),
        Verdict("axe", "axe-core", "4", "ran", FILES, (OUTSIDE,)),
        Verdict("ace", "Ace", "", "absent", ("c.epub",), (), "not installed here"),
    ),
    ignored=(Ignored(WORDLESS, "the map explains it"),),
)
TIMED = replace(
    REPORT,
    checked_at="2026-11-24T09:30:00Z",
    timings=(Timing("page", 0.0042), Timing("axe", 3.21), Timing("ace", 0.001)),
)


def test_the_command_knows_every_form():
    assert set(_REPORTS) == {"text", *FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name):
    assert FORMATS[name](REPORT) == FORMATS[name](REPORT)


def test_sarif_has_a_run_for_each_tool_with_levels_places_and_reasons():
    runs = {run["tool"]["driver"]["name"]: run for run in sarif()["runs"]}

    assert set(runs) == {"Lisible page", "axe-core", "Ace"}
    [result, ignored] = runs["Lisible page"]["results"]
    place = result["locations"][0]
    assert (result["ruleId"], result["level"]) == ("PAGE-140", "error")
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "dir/a%20b.html"
    assert place["physicalLocation"]["region"] == {"startLine": 7}
    assert {"name": "img-1", "kind": "element"} in place["logicalLocations"]
    assert ignored["suppressions"] == [{"kind": "external", "justification": "the map explains it"}]
    tags = runs["Lisible page"]["tool"]["driver"]["rules"][0]["properties"]["tags"]
    assert "WCAG 1.1.1" in tags


def test_sarif_does_not_call_an_absent_tool_a_success():
    [run] = [run for run in sarif()["runs"] if run["tool"]["driver"]["name"] == "Ace"]

    assert run["invocations"][0]["executionSuccessful"] is False


def test_every_result_of_sarif_has_its_rule():
    for run in sarif()["runs"]:
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert {result["ruleId"] for result in run["results"]} <= rules


def sarif():
    return json.loads(FORMATS["sarif"](REPORT))


def test_junit_counts_failures_and_skips_what_did_not_run():
    suites = ET.fromstring(FORMATS["junit"](REPORT))

    assert (suites.get("tests"), suites.get("failures"), suites.get("skipped")) == ("5", "2", "1")
    assert [each.get("type") for each in suites.iter("failure")] == ["PAGE-140", "AXE-X"]
    assert "WCAG 1.1.1" in str(next(suites.iter("failure")).text)
    assert next(suites.iter("skipped")).get("message") == "not installed here"


def test_earl_gives_every_file_an_outcome_from_every_check():
    graph = json.loads(FORMATS["earl"](REPORT))["@graph"]
    outcomes = {
        (each["earl:assertedBy"]["doap:name"], each["earl:subject"]["dct:source"]): each[
            "earl:result"
        ]["earl:outcome"]
        for each in graph
    }

    assert outcomes == {
        ("Lisible page", "dir/a b.html"): "earl:failed",
        ("Lisible page", "b.html"): "earl:passed",
        ("axe-core", "dir/a b.html"): "earl:passed",
        ("axe-core", "b.html"): "earl:failed",
        ("Ace", "c.epub"): "earl:untested",
    }
    [picture] = [each for each in graph if each["earl:test"]["dct:title"] == "PAGE-140"]
    assert picture["earl:test"]["dct:isPartOf"] == [{"@id": "WCAG22:1.1.1"}]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("json", ['"seconds": 0.004', '"seconds": 3.21', '"checked_at": "2026-11-24T09:30:00Z"']),
        ("junit", ['time="0.004"', 'time="3.210"', 'timestamp="2026-11-24T09:30:00"']),
        ("earl", ['"PT0.004S"', '"PT3.210S"', '"dct:date": "2026-11-24T09:30:00Z"']),
        ("sarif", ['"seconds": 0.004', '"seconds": 3.21']),
        ("html", ["<td>4 ms</td>", "<td>3.2 s</td>", 'datetime="2026-11-24T09:30:00Z"']),
    ],
)
def test_a_tool_is_named_with_its_time_where_somebody_measured_it(name, parts):
    timed, untimed = (FORMATS[name](report).decode() for report in (TIMED, REPORT))

    for part in parts:
        assert part in timed
        assert part not in untimed
    assert "0.001" not in timed  # what is not installed took no time


def test_json_carries_clause_criteria_fix_and_reason():
    content = json.loads(FORMATS["json"](REPORT))
    [picture] = [each for each in content["findings"] if each["code"] == "PAGE-140"]

    assert picture["wcag"] == ["1.1.1"]
    assert "alt" in picture["fix"]
    assert content["ignored"][0]["reason"] == "the map explains it"


@pytest.mark.parametrize("name", ["html", "statement-en", "statement-fr"])
def test_a_page_of_the_report_passes_the_check_of_pages(name):
    page = FORMATS[name](TIMED)

    assert list(check_file(CheckedFile("r.html", "text/html", page))) == []
    assert "the map explains it" in text_of(page)


@pytest.mark.parametrize(
    ("lang", "sentence", "about"),
    [
        ("en", "The checks found 2 barriers.", "Pictures, formulas"),
        ("fr", "Les contrôles ont trouvé 2 obstacles.", "Les images, les formules"),
    ],
)
def test_a_statement_says_in_plain_words_what_was_found(lang, sentence, about):
    text = text_of(FORMATS[f"statement-{lang}"](REPORT))

    assert sentence in text
    assert about in text
    assert "(WCAG 1.1.1)" in text
    assert "PAGE-140" not in text


@pytest.mark.parametrize(("lang", "words"), [("en", "no barrier"), ("fr", "aucun obstacle")])
def test_a_statement_praises_only_what_was_checked(lang, words):
    clean = replace(REPORT, verdicts=(replace(REPORT.verdicts[0], findings=()),), ignored=())
    unchecked = replace(clean, verdicts=())
    write = FORMATS[f"statement-{lang}"]

    assert words in text_of(write(clean))
    assert len(LexborHTMLParser(write(clean).decode()).css("li")) == 1
    assert LexborHTMLParser(write(unchecked).decode()).css("li") == []


def text_of(page: bytes) -> str:
    body = LexborHTMLParser(page.decode()).body
    return " ".join(typing.cast("typing.Any", body).text().split())
