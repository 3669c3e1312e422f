"""Hostile inputs through the whole command, each with the outcome that is promised for it.

Conservation is checked by every build, so an exit code of 0 means that no word was lost.
"""

import html
import json
import time

import pytest

from render.cli.main import run
from tests.batch import test_surviving
from tests.hostile import (
    pages,
    pictures,
    refusals,
    test_engines,
    test_names,
    test_poison,
    test_surroundings,
    texts,
)

CASES = [*texts.CASES, *pages.CASES, *pictures.CASES, *refusals.CASES]
# Rows of more than one command, each in a module of its own.
ELSEWHERE = (test_engines, test_names, test_poison, test_surroundings, test_surviving)
LIMIT_CPU_S, HEAVY_LIMIT_CPU_S = 10, 30
SEVERITIES = {"note": 0, "warning": 1, "error": 2}
WORST = {"ok": 0, "warn": 1, "flawed": 2}


def test_every_row_of_the_battery_is_here():
    rows = {case.row for case in CASES} | {row for module in ELSEWHERE for row in module.ROWS}

    assert rows == set(range(1, 67))


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=[pytest.mark.slow] * case.is_heavy, id=str(case)) for case in CASES],
)
def test_a_hostile_input_has_the_outcome_promised(case, tmp_path, capsys):
    article = planted(case, tmp_path / "in")
    begin = time.process_time()

    code = run([
        case.argument or str(article), "-o", str(tmp_path / "out"), "--to", "html",
        "--voice", "silent", "--report", "json", "--quiet",
        *(argument.replace("{folder}", str(article.parent)) for argument in case.arguments),
    ])  # fmt: skip

    said = capsys.readouterr()
    limit_s = HEAVY_LIMIT_CPU_S if case.is_heavy else LIMIT_CPU_S
    assert time.process_time() - begin < limit_s
    assert "Traceback" not in said.out + said.err
    assert "internal error" not in said.err
    if case.outcome == "err":
        assert code in (2, 3), said.err
        assert case.says in said.err
        assert "hint: " in said.err
        assert not list(tmp_path.glob("out/*"))
        return
    findings = json.loads(said.out)["findings"]
    told = [f"{each['severity']} {each['code']} {each['message']}" for each in findings]
    worst = max((SEVERITIES[each["severity"]] for each in findings), default=0)
    assert (worst, code) == (WORST[case.outcome], int(case.outcome == "flawed")), told
    assert any(case.says in line for line in told) or not case.says, told
    _shown(case, tmp_path / "out" / "article" / "article.html")


def planted(case, folder):
    folder.mkdir()
    article = folder / f"article{case.suffix}"
    article.write_bytes(case.data)
    if case.files:
        case.files(folder)
    return article


def _shown(case, path):
    if not path.exists():
        return
    markup = path.read_text()
    text = markup + html.unescape(markup)
    assert [words for words in case.shows if words not in text] == []
    assert [words for words in case.hides if words in markup] == []


@pytest.mark.parametrize(("says", "data"), refusals.BOOKS.values(), ids=refusals.BOOKS.keys())
def test_a_hostile_book_is_judged_at_once(says, data, tmp_path, capsys):
    """Row 55 again, where books are read: `lisible check`."""
    (tmp_path / "book.epub").write_bytes(data)
    begin = time.process_time()

    code = run(["check", "--own", str(tmp_path / "book.epub")])

    said = capsys.readouterr()
    assert time.process_time() - begin < 5
    assert code in (1, 3)
    assert says in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert {path.name for path in tmp_path.iterdir()} == {"book.epub"}
